"""Differences between two readings."""
