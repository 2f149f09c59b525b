"""What an input may be at most, so that no file can take the machine down."""

from typing import NamedTuple

from spec_parser.errors import LimitError
from spec_parser.patience import CONVERSION

MEGABYTE = 1024 * 1024


class Limits(NamedTuple):
    """Sizes beyond which a file is refused with one clear line. A class specification has about 7 KB and 130 lines.

    Attributes:
        bytes: of the file.
        characters: of its text.
        lines: of its text.
        sections: of the specification.
        pages: of the file, for forms that have pages.
        seconds: for reading a file in a process of its own, on a machine that has nothing else to do; as many for each
            page that is recognised from an image, four times as many for a conversion by LibreOffice.
        memory: in bytes, for reading a file in a process of its own, above what that process holds when idle. A
            program that it starts, to recognise a page or to convert a file, may have as much.
    """

    bytes: int = 64 * MEGABYTE
    characters: int = 4_000_000
    lines: int = 50_000
    sections: int = 5_000
    pages: int = 500
    seconds: float = 8
    memory: int = 512 * MEGABYTE

    @property
    def most_slow(self) -> int:
        """How much the slow steps of a file may count together: each page is recognised once, or it is converted."""
        return self.pages + CONVERSION

    def time(self, slow: int) -> float:
        """Seconds that the reading of a file may take whose slow steps count so much (see `patience`)."""
        return self.seconds * max(slow, 1)


DEFAULT = Limits()
_REMEDY = "give one class specification a file"


def beyond(most: int, what: str) -> LimitError:
    """The error of a file that has more of something ("lines") than it may have."""
    return LimitError(f"has more than {most:,} {what}, the limit: {_REMEDY}")


def too_many_pages(count: int, most: int) -> LimitError:
    """The error of a file that has so many pages and may have fewer."""
    return LimitError(f"has {count:,} pages, the limit is {most:,}: {_REMEDY}")
