"""Comparisons of two specifications, by meaning."""
