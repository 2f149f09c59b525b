"""The errors a caller may meet. Every one derives from `SpecParserError`.

A message is one line that names the thing read, says what is wrong with it and what to do.
"""


class SpecParserError(Exception):
    """Base of all errors raised by this package."""


class UnreadableError(SpecParserError):
    """The input could not be read at all: missing, too large, not of a known kind."""


class LimitError(UnreadableError):
    """The input is larger than the limits allow."""


class NotASpecificationError(SpecParserError):
    """The input was read, but holds too little of a class specification to make a record of."""


class ProfileError(SpecParserError):
    """A jurisdiction's profile is missing or does not hold what it must."""


class InvalidRecordError(SpecParserError):
    """A record does not satisfy the JSON Schema."""
