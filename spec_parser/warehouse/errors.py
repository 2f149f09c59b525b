"""What a load may be refused for."""

from spec_parser.errors import SpecParserError


class LoadError(SpecParserError):
    """A conversion could not be loaded: the folder or the target is not what it must be. The target is as it was."""
