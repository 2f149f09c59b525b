"""Turn government job class specifications into validated JSON in which every value points to its source.

    >>> from pathlib import Path
    >>> import spec_parser
    >>> parsed = spec_parser.parse(Path("4978AR.txt"))         # or bytes, or text as a str
    >>> parsed.records[0].job_class.title
    'Insurance Program Coordinator 2'

Importing this package costs next to nothing; the parser is loaded when it is first used.
"""

from typing import TYPE_CHECKING, Any

from spec_parser.errors import (
    ConfigurationError,
    InvalidRecordError,
    LimitError,
    NotASpecificationError,
    ProfileError,
    SpecParserError,
    TimeLimitError,
    UnreadableError,
)

if TYPE_CHECKING:
    from spec_parser.coverage import Piece
    from spec_parser.limits import Limits
    from spec_parser.model import JobClass
    from spec_parser.pipeline import Parsed, Parser, parse
    from spec_parser.readers.options import Options

__version__ = "0.1.0"

__all__ = [
    "ConfigurationError",
    "InvalidRecordError",
    "JobClass",
    "LimitError",
    "Limits",
    "NotASpecificationError",
    "Options",
    "Parsed",
    "Parser",
    "Piece",
    "ProfileError",
    "SpecParserError",
    "TimeLimitError",
    "UnreadableError",
    "__version__",
    "parse",
]

_HOMES = {
    "JobClass": "spec_parser.model",
    "Limits": "spec_parser.limits",
    "Options": "spec_parser.readers.options",
    "Parsed": "spec_parser.pipeline",
    "Parser": "spec_parser.pipeline",
    "Piece": "spec_parser.coverage",
    "parse": "spec_parser.pipeline",
}


def __getattr__(name: str) -> Any:
    """Load what is heavy when somebody asks for it."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)
