"""Web pages as a `Document`: what a browser shows, line by line, with the bytes of the file it comes from."""

from spec_parser.readers.html.reader import read

__all__ = ["read"]
