"""The bytes of a source are all that it has when it is read, and no more than the limit."""

from pathlib import Path

import pytest

from spec_parser.archive.contents import Contents
from spec_parser.archive.sources import Source
from spec_parser.errors import LimitError


def _read(folder: Path, data: bytes, listed: int | None, most: int) -> bytes:
    path = folder / "source.txt"
    path.write_bytes(data)
    source = Source(path=str(path), root=str(folder), holder=str(path), member=None, size=listed, modified=None)
    with Contents(most) as contents:
        return contents.read(source)


@pytest.mark.parametrize("most", [11, 20])
@pytest.mark.parametrize("listed", [None, 0, 4, 9, 10, 11])
def test_a_file_that_has_changed_since_it_was_found_is_read_whole(
    listed: int | None, most: int, tmp_path: Path
) -> None:
    assert _read(tmp_path, b"0123456789", listed, most) == b"0123456789"


@pytest.mark.parametrize("listed", [None, 0, 4, 9])
def test_a_file_that_has_grown_beyond_the_limit_is_refused(listed: int | None, tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="has more than 9 bytes"):
        _read(tmp_path, b"0123456789", listed, 9)
