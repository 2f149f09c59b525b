"""Dates: of the specification, of the one it replaces, of the page."""
