"""The errors a caller may meet. Every one derives from `SpecParserError`.

A message is one line that names the thing read, says what is wrong with it and what to do.
"""


class SpecParserError(Exception):
    """Base of all errors raised by this package."""


class UnreadableError(SpecParserError):
    """The input could not be read at all: missing, too large, not of a known kind."""


class LimitError(UnreadableError):
    """The input is larger than the limits allow."""


class TimeLimitError(LimitError):
    """The input takes longer to read than the limits allow, which a busy machine may be to blame for."""


class NotASpecificationError(SpecParserError):
    """The input was read, but holds too little of a class specification to make a record of."""


class ProfileError(SpecParserError):
    """A jurisdiction's profile is missing or does not hold what it must."""


class ConfigurationError(SpecParserError):
    """What says how specifications are checked (options, spec-parser.toml, house rules) does not hold what it must."""


class InvalidRecordError(SpecParserError):
    """A record does not satisfy the JSON Schema."""


FAULTS = (RuntimeError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, MemoryError)
"""What a fault of this program itself may raise: in a batch it costs one file, and is told as what it is."""


def fault(error: BaseException) -> str:
    """One line that tells a fault of this program from one of the file."""
    return f"a fault of spec-parser ({type(error).__name__}: {error}); please report it with the file"
