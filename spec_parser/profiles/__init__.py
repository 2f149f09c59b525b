"""Profiles: what is one jurisdiction's, as versioned data."""
