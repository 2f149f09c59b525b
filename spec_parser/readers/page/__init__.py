"""Pages of words and marks, whatever engine found them there, as a `Document`."""
