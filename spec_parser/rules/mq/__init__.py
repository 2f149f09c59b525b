"""Minimum qualifications: whether requirements and substitutions fit each other."""
