"""What an input may be at most, so that no file can take the machine down."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Sizes beyond which a file is refused with one clear line. A class specification has about 7 KB and 130 lines."""

    bytes: int = 64 * 1024 * 1024
    characters: int = 4_000_000
    lines: int = 50_000
    sections: int = 5_000
    pages: int = 500


DEFAULT = Limits()
