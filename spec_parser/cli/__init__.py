"""The command line: what a person types, and nothing that the Python interface cannot do."""
