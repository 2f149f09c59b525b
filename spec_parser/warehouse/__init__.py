"""A conversion as tables with their history, in whatever warehouse there is."""
