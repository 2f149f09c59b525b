"""Duties: how the examples of duties are worded and listed."""
