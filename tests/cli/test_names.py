"""A file's name is part of a one-line message, whatever it holds."""

from pathlib import Path

import pytest

import spec_parser


def test_a_name_with_a_line_end_keeps_the_message_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "two\nlines.txt"
    path.write_text("Nothing of a specification.\n", encoding="utf-8")
    with pytest.raises(spec_parser.NotASpecificationError) as caught:
        spec_parser.parse(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(repr(str(path)) + ": is no class specification")
