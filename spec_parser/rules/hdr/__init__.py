"""Headers: which there are, how they are worded, in what order they stand."""
