"""A page's bytes in, a `Document` out."""

import re

from spec_parser.document import Document
from spec_parser.errors import UnreadableError
from spec_parser.limits import Limits, beyond
from spec_parser.readers.html.align import Alignment
from spec_parser.readers.html.assembly import Source, document
from spec_parser.readers.html.charset import decode_page
from spec_parser.readers.html.drafts import Draft
from spec_parser.readers.html.furniture import tell_navigation
from spec_parser.readers.html.tokens import RAW, TEXT, tokenize
from spec_parser.readers.html.tree import tree
from spec_parser.readers.html.walk import Walk
from spec_parser.readers.options import Options

# NUL and lone surrogates: no text can hold them, and the parser ends at the first.
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")


def read(data: bytes, *, name: str | None, limits: Limits, how: Options) -> Document:
    """Read a page.

    Args:
        data: the file's bytes.
        name: of the file, for the record and for messages.
        limits: sizes beyond which it is refused.
        how: how files are read; nothing in it concerns pages.

    Raises:
        LimitError: it is larger than the limits allow.
        UnreadableError: it shows no text.
    """
    del how
    decoded = decode_page(data)
    if len(decoded.raw) > limits.characters:
        raise beyond(limits.characters, "characters")
    page = _parseable(decoded.raw)
    tokens, cut = tokenize(page)
    lines: list[Draft] = []
    dropped = 0
    if any(token.name in (TEXT, RAW) and not token.blank for token in tokens):
        alignment = Alignment(page, tokens)
        lines = Walk(alignment).lines(tree(page))
        dropped = len(alignment.dropped)
    if not any(line.pieces for line in lines):
        raise UnreadableError("is a page that shows no text; save the page as it is seen, and give that")
    tell_navigation(lines)
    return document(Source(data, decoded, name, cut, dropped), lines, limits)


def _parseable(raw: str) -> str:
    """The page as the parser reads it, character for character: line ends are line feeds."""
    page = _UNHOLDABLE.sub("\ufffd", raw) if "\0" in raw or not raw.isascii() else raw
    return page.replace("\r\n", " \n").replace("\r", "\n") if "\r" in page else page
