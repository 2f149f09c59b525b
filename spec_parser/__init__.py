"""Turn government job class specifications into validated JSON in which every value points to its source."""
