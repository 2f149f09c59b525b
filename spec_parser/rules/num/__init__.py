"""Numbers: words with their numerals, what is counted, and how study counts as experience."""
