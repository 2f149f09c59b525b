"""The zip archive of an office file: its directory is checked before anything is unpacked, and nothing is trusted.

Entries are only ever unpacked into memory, up to a cap that holds whatever the directory says of their sizes.
"""

import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from spec_parser.errors import LimitError, UnreadableError

# A Word file has about 20 entries; one with many pictures some hundreds.
_MOST_ENTRIES = 4_000
# All entries together, as the directory states them: pictures are never unpacked, but a bomb is a bomb.
_MOST_BYTES = 1024 * 1024 * 1024
# One entry that is unpacked, and how many times its packed size: deflate gives 1,032 times at most, a long Word file
# is packed 30 times. Below the floor any ratio will do: a part of nothing but blanks is small enough.
_MOST_PART = 16 * 1024 * 1024
_MOST_RATIO = 200
_RATIO_FLOOR = 4 * 1024 * 1024
_ENTRY_MARK = b"PK\x01\x02"
_ENCRYPTED = 0x1

_BROKEN = "is a broken zip archive: open it in the program that wrote it and save it again"


class Archive:
    """The entries of a zip archive by name. Names are compared without regard to case, as the format wants it.

    Args:
        data: the file's bytes.

    Raises:
        LimitError: the directory tells of more than any office file has.
        UnreadableError: the archive is broken, encrypted, or holds a name twice.
    """

    def __init__(self, data: bytes) -> None:
        # Every entry of the directory begins with this mark: so many entries cost memory before they can be counted.
        if data.count(_ENTRY_MARK) > _MOST_ENTRIES:
            raise LimitError(
                f"has more than {_MOST_ENTRIES:,} entries in its zip archive, the limit: open it in Word and save it"
                " again"
            )
        try:
            self._zip = ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (BadZipFile, struct.error, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise UnreadableError(_BROKEN) from error
        self._entries = {_key(entry.filename): entry for entry in entries}
        self._check(entries)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of an entry.

        Raises:
            KeyError: there is none of this name.
            LimitError: it is larger than any part of an office file.
            UnreadableError: it is damaged.
        """
        entry = self._entries[_key(name)]
        try:
            with self._zip.open(entry) as file:
                data = file.read(_MOST_PART + 1)
        except (BadZipFile, struct.error, ValueError, OSError, EOFError, NotImplementedError, zlib.error) as error:
            raise UnreadableError(
                f"is a broken zip archive: {_shown(name)} is damaged; open the file in the program that wrote it and"
                " save it again"
            ) from error
        if len(data) > _MOST_PART:
            raise _too_large(name)
        return data

    def _check(self, entries: list[ZipInfo]) -> None:
        if len(self._entries) != len(entries):
            raise UnreadableError("holds two files of one name in its zip archive; save it again in Word")
        if sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise LimitError("unpacks to more than 1 GiB, the limit: give one class specification a file")
        for entry in entries:
            if entry.flag_bits & _ENCRYPTED:
                raise UnreadableError("is encrypted: save it without a password first")
            if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise UnreadableError("is packed in a way that no office file is: save it again in Word")
            if entry.file_size > max(_RATIO_FLOOR, entry.compress_size * _MOST_RATIO):
                raise _too_large(entry.filename)


def _key(name: str) -> str:
    """A name without regard to case; some programs write the separators of their system, or one in front."""
    return name.replace("\\", "/").lstrip("/").lower()


def _too_large(name: str) -> LimitError:
    return LimitError(f"unpacks to more than a class specification can need: {_shown(name)} is too large")


def _shown(name: str) -> str:
    """A name from the file as it may stand in a message of one line."""
    return ascii(name[:80])
