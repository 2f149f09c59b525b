"""Pay: the arithmetic of the pay line."""
