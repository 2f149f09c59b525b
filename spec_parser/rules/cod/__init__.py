"""Codes: of the class, and of the coded fields with their names."""
