"""Where in a page its start tags and its character data stand: what BeautifulSoup over lxml does not keep.

The rules are those by which browsers cut a page into tags and text (the HTML standard, "Tokenization"), as far as they
say where a piece ends; what the pieces mean is left to the parser. Linear in the length of the page.
"""

import re
from html import unescape
from typing import NamedTuple

from msgspec import Struct

from spec_parser.errors import LimitError

SPACE = " \t\n\f\r"
"""What a browser collapses to one blank; NBSP is not among it."""

TEXT = ""
"""The name of a token that is character data."""
RAW = "#raw"
"""The name of a token that is character data in which entities stand for nothing."""

_SPACE = r"[ \t\n\f\r]"
_NO_SPACE = r"[^ \t\n\f\r"
# A value, which stands behind an equals sign behind a name; a quote that nothing closes takes in the rest of the page.
_VALUE = rf"""(?:"[^"]*+"|'[^']*+'|(?!["']){_NO_SPACE}>]*+)"""
_ATTRIBUTE = rf"(?:={_NO_SPACE}/>=]*+|{_NO_SPACE}/>=]++)(?:{_SPACE}*+={_SPACE}*+{_VALUE}|(?!{_SPACE}*+=))"
_ATTRIBUTES = rf"(?:[ \t\n\f\r/]++|{_ATTRIBUTE})*+>"
_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|<(?P<name>[a-zA-Z][^ \t\n\f\r/>]*+){_ATTRIBUTES}"
    rf"|</[a-zA-Z]{_ATTRIBUTES}"
    r"|<(?:[!?]|/(?=[^a-zA-Z]))[^>]*+(?:>|\Z)"
    r"|(?P<cut></?[a-zA-Z])",
    re.DOTALL,
)
# Of these elements nothing is markup but their own end; scripts and style sheets are no text at all.
_CODE = ("script", "style")
_RAW_TEXT = ("xmp", "iframe", "noembed", "noframes")
_WITH_ENTITIES = ("textarea", "title")
_ENDS = {
    name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in (*_CODE, *_RAW_TEXT, *_WITH_ENTITIES)
}
_CLOSED_BY_THEMSELVES = frozenset(_ENDS) | {"plaintext"}
# The real pages have about 300; a word processor writes some thousands. End tags
# and comments count.
_MOST_TAGS = 100_000


class Token(Struct, frozen=True, gc=False):
    """A start tag, under its name in small letters, or character data; its offsets in the page.

    Character data is `blank` if a browser may show nothing of it.
    """

    name: str
    start: int
    end: int
    blank: bool = False


class Tokens(NamedTuple):
    """The tokens of a page in order.

    `cut` is where a tag begins that nothing closes; no browser shows what follows there.
    """

    tokens: list[Token]
    cut: int | None


def tokenize(page: str) -> Tokens:
    """The start tags and the character data of a page.

    Raises:
        LimitError: it has more tags than any specification.
    """
    found: list[Token] = []
    add, search = found.append, _MARKUP.search
    at = begin = 0  # where to look on, and where the character data begins
    count = 0
    while (markup := search(page, at)) is not None:
        count += 1
        if count > _MOST_TAGS:
            raise LimitError(f"has more than {_MOST_TAGS:,} tags, the limit: give one class specification a file")
        start, at = markup.span()
        if start > begin:
            add(Token(TEXT, begin, start, _is_blank(page[begin:start])))
        if markup.lastgroup == "cut":
            return Tokens(found, start)
        begin = at
        if markup["name"] is not None:
            name = markup["name"].lower()
            add(Token(name, start, at))
            if name in _CLOSED_BY_THEMSELVES:
                at = _end(name, page, at)
                if name in _CODE:
                    begin = at
                elif at > begin:
                    add(Token(TEXT if name in _WITH_ENTITIES else RAW, begin, at, _is_blank(page[begin:at])))
                    begin = at
    if begin < len(page):
        add(Token(TEXT, begin, len(page), _is_blank(page[begin:])))
    return Tokens(found, None)


def _end(name: str, page: str, at: int) -> int:
    """Where the content of an element ends in which nothing but its own end tag is markup."""
    closing = _ENDS[name].search(page, at) if name in _ENDS else None
    return len(page) if closing is None else closing.start()


def _is_blank(text: str) -> bool:
    text = text.strip(SPACE)
    return not text or (text.startswith("&#") and not unescape(text).strip(SPACE))
