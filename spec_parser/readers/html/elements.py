"""What elements mean to a reader: which stand by themselves, which are set apart, which belong to the page."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from bs4.element import Tag

from spec_parser.readers.html.drafts import Manner
from spec_parser.readers.html.styles import PLAIN, Style

CODE = frozenset(("script", "style"))
"""Elements whose text is no text."""
LISTS = frozenset(("ul", "ol", "menu", "dir"))
CELLS = frozenset(("td", "th"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
PREFORMATTED = frozenset(("pre", "listing", "plaintext", "xmp"))
APART = HEADINGS | PREFORMATTED | {"p", "blockquote", "dl", "fieldset", "figure", "hr", "table"}
"""Blocks below and above which a browser leaves room."""
BLOCKS = (
    APART
    | LISTS
    | CELLS
    | {"address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "div", "dt", "figcaption"}
    | {"footer", "form", "head", "header", "hgroup", "html", "legend", "li", "main", "nav", "option", "section"}
    | {"summary", "tbody", "tfoot", "thead", "title", "tr"}
)
"""Elements that stand by themselves unless a style says otherwise."""

OWN = frozenset(("header", "footer"))
"""Elements whose surroundings hang on what stands in them."""
OWN_ATTRIBUTES = frozenset(("href", "hidden", "role", "onclick", "for"))
"""Attributes, other than those that name a style, on which an element's surroundings hang."""

_BOLD = HEADINGS | {"b", "strong", "th"}
_STRUCK = frozenset(("s", "strike", "del"))
# What stands in these is not on the page as people see it, but for the title, which is in the window's frame.
_NOT_SHOWN = frozenset(("title", "noscript", "template", "iframe", "noembed", "noframes", "object", "audio", "video"))
_CONTROLS = frozenset(("button", "select", "textarea", "datalist"))
_SET_ASIDE = _NOT_SHOWN | _CONTROLS
_NAVIGATION = frozenset(("nav", "aside"))
_NAVIGATION_ROLES = frozenset(("navigation", "search", "complementary"))
_CONTENT = frozenset(("main", "article", "section"))
_TELLING = _BOLD | PREFORMATTED | _STRUCK | _CONTENT | {"a", "blockquote"}
# Points by which a browser indents a quotation.
_QUOTED = 30.0
# A bar that stays in its place has no more elements and texts than this; what has more can hold the text itself.
_MOST_OF_A_BAR = 60
# What a link does that is there to handle the page.
_HANDLING = re.compile(r"\bprint|\bwindow\.close|\bself\.close|\bhistory\.(?:back|go)", re.IGNORECASE)


class Surroundings(NamedTuple):
    """What an element hands down to what stands in it.

    Attributes:
        manner: how text stands there.
        aside: whether text is set aside.
        struck: because it is struck out.
        is_mark: whether it is the mark that a word processor wrote before an item.
        in_content: whether it is marked up as the page's content, and `header` and `footer` with it.
    """

    manner: Manner = Manner()
    aside: bool = False
    struck: bool = False
    is_mark: bool = False
    in_content: bool = False


def surroundings(tag: Tag, attributes: Mapping[str, str], style: Style, outer: Surroundings) -> Surroundings:
    """What stands in an element, from what it stands in."""
    name = tag.name
    inner = outer
    if style is not PLAIN:
        inner = _styled(style, inner)
    if name in _SET_ASIDE or (attributes and ("hidden" in attributes or (name == "label" and "for" in attributes))):
        inner = inner._replace(aside=True)
    if name in _TELLING:
        inner = _told(name, attributes, style, inner)
    if _is_furniture(tag, attributes, style, outer):
        inner = inner._replace(manner=inner.manner._replace(furniture=True))
    return inner


def _told(name: str, attributes: Mapping[str, str], style: Style, inner: Surroundings) -> Surroundings:
    """What the name of an element alone tells."""
    manner = inner.manner
    if name in _BOLD:
        return inner._replace(manner=manner._replace(bold=True)) if style.bold is None else inner
    if name in PREFORMATTED:
        return inner._replace(manner=manner._replace(preformatted=True))
    if name == "blockquote":
        return inner._replace(manner=manner._replace(margin=manner.margin + _QUOTED))
    if name in _STRUCK:
        return inner._replace(aside=True, struck=True)
    if name in _CONTENT:
        return inner._replace(in_content=True)
    return _link(attributes, inner)


def _styled(style: Style, inner: Surroundings) -> Surroundings:
    manner = inner.manner
    manner = manner._replace(
        bold=manner.bold if style.bold is None else style.bold,
        preformatted=manner.preformatted if style.preformatted is None else style.preformatted,
        margin=manner.margin + (style.margin or 0.0),
    )
    return inner._replace(
        manner=manner,
        aside=inner.aside or bool(style.hidden) or style.struck,
        struck=inner.struck or style.struck,
        is_mark=inner.is_mark or style.is_mark,
    )


def _link(attributes: Mapping[str, str], inner: Surroundings) -> Surroundings:
    target = attributes.get("href")
    if target is None:
        return inner
    target = target.lower()
    does = target if target.startswith("javascript:") else attributes.get("onclick", "")
    if target == "#top" or _HANDLING.search(does):
        return inner._replace(aside=True)
    return inner._replace(manner=inner.manner._replace(link=True))


def _is_furniture(tag: Tag, attributes: Mapping[str, str], style: Style, outer: Surroundings) -> bool:
    """Whether an element is navigation, or a head or foot of the page itself, without the page's own heading."""
    if outer.manner.furniture:
        return False
    if style.fixed and _is_small(tag):
        return True
    if tag.name in _NAVIGATION or (attributes and attributes.get("role") in _NAVIGATION_ROLES):
        return True
    return tag.name in OWN and not outer.in_content and tag.find("h1") is None


def _is_small(tag: Tag) -> bool:
    """Whether little stands in an element, and not the page's own heading."""
    inner = list(islice(tag.descendants, _MOST_OF_A_BAR + 1))
    return len(inner) <= _MOST_OF_A_BAR and not any(isinstance(one, Tag) and one.name == "h1" for one in inner)
