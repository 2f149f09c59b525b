"""The directory of a compound file (OLE2), of which only the names at its top are of interest ([MS-CFB])."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from spec_parser.errors import UnreadableError

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR_SIZES = {9: 512, 12: 4096}
# In the header: which power of two a sector is, the first sectors of the directory and of further table numbers,
# and the numbers of the first 109 sectors of the allocation table.
_POWER, _DIRECTORY, _FURTHER, _TABLE, _IN_HEADER = 0x1E, 0x30, 0x44, 0x4C, 109
# Numbers from here on mean: no sector, no entry.
_NONE = 0xFFFFFFFA
_ENTRY = 128
# A Word file with many embedded objects has some hundreds of entries.
_MOST_SECTORS = 4_000
# Each sector of further table numbers stands for 8 MB of the file or more.
_MOST_FURTHER = 64
# In the stream of a Word file: bits of which one says that it is encrypted ([MS-DOC] 2.5.2).
_WORD_FLAGS, _WORD_ENCRYPTED = 0x0A, 0x0100


class _Entry(NamedTuple):
    name: str
    left: int
    right: int
    child: int
    start: int


def streams(data: bytes) -> dict[str, int]:
    """The names at the top of a compound file, with the offset in the file at which each stream begins.

    Raises:
        UnreadableError: the file is broken.
    """
    try:
        size = _SECTOR_SIZES[data[_POWER]]
        entries = list(_entries(data, size))
        return {entry.name: (entry.start + 1) * size for entry in _top(entries)}
    except (struct.error, LookupError) as error:
        raise UnreadableError(
            "is a broken compound file: open it in the program that wrote it and save it again"
        ) from error


def is_encrypted(data: bytes, offset: int) -> bool:
    """Whether the stream of a Word file that begins at this offset says that it is encrypted."""
    flags = data[offset + _WORD_FLAGS : offset + _WORD_FLAGS + 2]
    return bool(int.from_bytes(flags, "little") & _WORD_ENCRYPTED)


def _top(entries: list[_Entry]) -> Iterator[_Entry]:
    """The entries below the root, the first entry: a binary tree, of which a broken file may have made a knot."""
    waiting = [entries[0].child]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number >= _NONE or number in seen:
            continue
        seen.add(number)
        entry = entries[number]
        yield entry
        waiting += [entry.left, entry.right]


def _entries(data: bytes, size: int) -> Iterator[_Entry]:
    """All entries of the directory, in order."""
    table = list(_table(data, size))
    sector = _number(data, _DIRECTORY)
    for _ in range(_MOST_SECTORS):
        if sector >= _NONE:
            return
        for at in range((sector + 1) * size, (sector + 2) * size, _ENTRY):
            raw, length, left, right, child, start = struct.unpack_from("<64sH2x3I36xI", data, at)
            yield _Entry(raw[: max(length - 2, 0)].decode("utf-16-le", "replace"), left, right, child, start)
        within = sector % (size // 4)
        sector = _number(data, (table[sector // (size // 4)] + 1) * size + within * 4)
    raise IndexError(sector)


def _table(data: bytes, size: int) -> Iterator[int]:
    """The sectors of the allocation table, in which each sector has the number of the one behind it."""
    yield from (number for number in struct.unpack_from(f"<{_IN_HEADER}I", data, _TABLE) if number < _NONE)
    sector = _number(data, _FURTHER)
    for _ in range(_MOST_FURTHER):
        if sector >= _NONE:
            return
        *numbers, sector = struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
        yield from (number for number in numbers if number < _NONE)
    raise IndexError(sector)


def _number(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])
