"""Ladders: a class among the levels of its series."""
