"""The specimens of corpus/forms/: class specifications in every form in which they arrive, and how these are made."""
