"""References: the classes and papers that a specification names besides itself."""
