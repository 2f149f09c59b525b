"""Writes small compound files (OLE2), as older office programs do ([MS-CFB])."""

import struct
from collections.abc import Mapping, Sequence

SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: Mapping[str, bytes], *, chain: Sequence[int] | None = None) -> bytes:
    """A compound file with these streams at its top.

    Sector 0 is the allocation table, the directory stands behind it, the streams behind that.

    Args:
        streams: their content by their names.
        chain: what the allocation table says of its first sectors instead of the truth.
    """
    directory = -(-(len(streams) + 1) // 4)
    content = [_padded(stream, SECTOR) or bytes(SECTOR) for stream in streams.values()]
    table = [_TABLE, *_run(1, directory)]
    starts = []
    for stream in content:
        starts.append(len(table))
        table += _run(len(table), len(stream) // SECTOR)
    entries = [_entry("Root Entry", 5, child=1 if streams else _FREE)]
    for number, (name, start) in enumerate(zip(streams, starts, strict=True), 1):
        right = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, right=right, start=start, size=len(streams[name])))
    table[: len(chain or ())] = chain or ()
    written = struct.pack(f"<{len(table)}I", *table)
    return b"".join(
        (
            _header(),
            written + b"\xff" * (SECTOR - len(written)),
            _padded(b"".join(entries), SECTOR),
            *content,
        )
    )


def _header() -> bytes:
    """Version 3, little endian, sectors of 2**9 bytes; one sector of table, the first; the directory in the second."""
    start = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    return start + struct.pack("<9I109I", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0, *[_FREE] * 108)


def _run(first: int, count: int) -> list[int]:
    """What the table says of sectors behind one another."""
    return [*range(first + 1, first + count), _END]


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    written = name.encode("utf-16-le")
    return struct.pack("<64sHBB3I36xIQ", written, len(written) + 2, kind, 1, _FREE, right, child, start, size)


def _padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)
