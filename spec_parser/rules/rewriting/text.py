"""Plain text: mended in its own bytes, so that encoding, byte order mark and line ends stay as they are."""

from collections.abc import Sequence

from spec_parser.document import Document
from spec_parser.readers.encoding import Codec, decode
from spec_parser.rules.notice import Notice
from spec_parser.rules.problem import Edit
from spec_parser.rules.rewriting import Rewritten


def rewritten(data: bytes, document: Document, notices: Sequence[Notice]) -> Rewritten:
    """The text with findings mended, the edits of which touch each other nowhere.

    A mend that the file's encoding cannot write is not made: a dash in a file that is ASCII by its encoding.
    """
    codec = decode(data).codec
    line_end = _line_end(document.text)
    made: list[Notice] = []
    changes: list[tuple[int, int, bytes]] = []
    for notice in notices:
        edits = notice.mend.edits if notice.mend is not None else ()
        try:
            changes += [_change(edit, document, len(data), codec, line_end) for edit in edits]
        except UnicodeEncodeError:
            continue
        made.append(notice)
    pieces: list[bytes] = []
    at = 0
    for start, end, replacement in sorted(changes):
        pieces += data[at:start], replacement
        at = end
    return Rewritten(b"".join([*pieces, data[at:]]), made)


def _change(edit: Edit, document: Document, size: int, codec: Codec, line_end: str) -> tuple[int, int, bytes]:
    """An edit as the bytes that it replaces, and what is to stand there."""
    start, end, text = edit
    replacement = text.replace("\n", line_end).encode(codec)
    if start < end:
        first, last = _bytes(document, start, end)
        return first, last, replacement
    if start < len(document.text):
        first, _ = _bytes(document, start, start + 1)
        return first, first, replacement
    return size, size, replacement


def _bytes(document: Document, start: int, end: int) -> tuple[int, int]:
    found = document.span((start, end)).bytes
    if found is None:
        raise ValueError("a text whose characters have no bytes cannot be mended in place")
    return found


def _line_end(text: str) -> str:
    """How lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r" if "\r" in text else "\n"
