"""Where in a page its start tags and its character data stand: what BeautifulSoup over lxml does not keep.

The rules are those by which browsers cut a page into tags and text (the HTML standard, "Tokenization"), as far as they
say where a piece ends; what the pieces mean is left to the parser. Linear in the length of the page.
"""

import re
from html import unescape
from typing import NamedTuple

from msgspec import Struct

from spec_parser.limits import beyond

SPACE = " \t\n\f\r"
"""What a browser collapses to one blank; NBSP is not among it."""

TEXT = ""
"""The name of a token that is character data."""
RAW = "#raw"
"""The name of a token that is character data in which entities stand for nothing."""

_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/(?=[^a-zA-Z]))[^>]*(?:>|\Z)|<(?P<tag>/?[a-zA-Z][^ \t\n\f\r/>]*)", re.DOTALL
)
# A tag goes on with blanks, names, and behind a name an equals sign and a value.
_PART = re.compile(r"(?P<blanks>[ \t\n\f\r]+)|(?P<name>[^ \t\n\f\r/>=]+)|[/>=]")
_VALUE = re.compile(r"""[ \t\n\f\r]*(?:"[^"]*"|'[^']*'|(?!["'])[^ \t\n\f\r>]*)""")
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
_MOST_TAGS = 50_000


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
            raise beyond(_MOST_TAGS, "tags")
        start, at = markup.span()
        if start > begin:
            add(Token(TEXT, begin, start, _is_blank(page[begin:start])))
        name = markup["tag"] or ""
        end = _tag_end(page, at) if name else at
        if end is None:
            return Tokens(found, start)
        begin = at = end
        if name and name[0] != "/":
            name = name.lower()
            add(Token(name, start, at))
            if name in _CLOSED_BY_THEMSELVES:
                begin = at = _end(name, page, at)
                if name not in _CODE and at > found[-1].end:
                    kind = TEXT if name in _WITH_ENTITIES else RAW
                    add(Token(kind, found[-1].end, at, _is_blank(page[found[-1].end : at])))
    if begin < len(page):
        add(Token(TEXT, begin, len(page), _is_blank(page[begin:])))
    return Tokens(found, None)


def _tag_end(page: str, at: int) -> int | None:
    """Where a tag ends whose name ends at an offset; None if nothing closes it, or a quote in it."""
    if page.startswith(">", at):
        return at + 1
    named = False  # whether an equals sign would give a value to a name
    while (part := _PART.match(page, at)) is not None:
        at = part.end()
        if part["name"] is not None:
            named = True
        elif part["blanks"] is None:
            sign = part[0]
            if sign == ">":
                return at
            if sign == "=" and named:
                value = _VALUE.match(page, at)
                if value is None:
                    return None
                at = value.end()
            named = sign == "=" and not named
    return None


def _end(name: str, page: str, at: int) -> int:
    """Where the content of an element ends in which nothing but its own end tag is markup."""
    closing = _ENDS[name].search(page, at) if name in _ENDS else None
    return len(page) if closing is None else closing.start()


def _is_blank(text: str) -> bool:
    text = text.strip(SPACE)
    return not text or (text.startswith("&#") and not unescape(text).strip(SPACE))
