"""Typing: words and marks that slipped."""
