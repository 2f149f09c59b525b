"""What style sheets and style attributes say of an element, as far as it changes what a person reads.

Read are rules for an element's name, class, id, or name with class or id; selectors of several elements, pseudo-classes
and at-rules (`@media print`, `@font-face`) are passed over.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple


class Style(NamedTuple):
    """What is said; the default where nothing is.

    Attributes:
        hidden: not shown at all.
        display: `inline`, or `block` for whatever stands by itself.
        bold: of its letters.
        struck: whether its text is struck out.
        preformatted: whether its white space is shown as it stands.
        margin: its left one, in points.
        numbering: of a list: the `list-style-type`.
        level: of a paragraph in a word processor's list, from 1 (`mso-list: l0 level2 lfo1`).
        is_mark: whether it is the mark of such a paragraph (`mso-list: Ignore`).
        fixed: whether it stands in its place while the page is scrolled, and on every sheet of a print.
    """

    hidden: bool | None = None
    display: str = ""
    bold: bool | None = None
    struck: bool = False
    preformatted: bool | None = None
    margin: float | None = None
    numbering: str = ""
    level: int = 0
    is_mark: bool = False
    fixed: bool | None = None


PLAIN = Style()
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"(?P<name>[a-z][a-z0-9]*+)?(?P<rest>[.#][\w-]++)?\Z")
_LENGTH = re.compile(r"(-?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6}))(pt|px|in|cm|mm|em|pc)?\Z")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 12.0, "pc": 12.0}
_LEVEL = re.compile(r"\blevel([1-9])\b")
# A style in which none of these stands says nothing that matters here.
_TELLING = ("display", "visibility", "weight", "font:", "decoration", "white-space", "margin", "list", "position")
_INLINE = ("inline", "inline-block", "contents", "inline-flex")


def parse_style(css: str) -> Style:
    """The style that declarations give, as they stand in an attribute or between the braces of a rule."""
    css = css.lower()
    if not any(word in css for word in _TELLING):
        return PLAIN
    said: dict[str, Any] = {}
    for declaration in css.split(";"):
        name, _, value = declaration.partition(":")
        reader = _READERS.get(name.strip())
        if reader is not None:
            said.update(reader(value.replace("!important", "").strip()))
    return Style(**said) if said else PLAIN


def _display(value: str) -> dict[str, Any]:
    if value == "none":
        return {"hidden": True}
    return {"hidden": False, "display": "inline" if value in _INLINE else "block"}


def _visibility(value: str) -> dict[str, Any]:
    return {"hidden": value in ("hidden", "collapse")}


def _weight(value: str) -> dict[str, Any]:
    return {"bold": value in ("bold", "bolder") or (value.isdecimal() and value >= "600" and len(value) == 3)}


def _font(value: str) -> dict[str, Any]:
    return {"bold": any(_weight(word)["bold"] for word in value.split())}


def _decoration(value: str) -> dict[str, Any]:
    return {"struck": "line-through" in value}


def _white_space(value: str) -> dict[str, Any]:
    return {"preformatted": value.startswith("pre")}


def _margin(value: str) -> dict[str, Any]:
    sides = value.split()
    return _margin_left(sides[(0, 0, 1, 1, 3)[len(sides)]]) if 0 < len(sides) <= 4 else {}


def _margin_left(value: str) -> dict[str, Any]:
    length = _LENGTH.match(value)
    return {"margin": float(length[1]) * _POINTS[length[2] or "px"]} if length else {}


def _position(value: str) -> dict[str, Any]:
    return {"fixed": value == "fixed"}


def _list_style(value: str) -> dict[str, Any]:
    return {"numbering": value.split(maxsplit=1)[0]} if value else {}


def _mso_list(value: str) -> dict[str, Any]:
    level = _LEVEL.search(value)
    return {"level": int(level[1])} if level else {"is_mark": value == "ignore"}


_READERS = {
    "display": _display,
    "visibility": _visibility,
    "font-weight": _weight,
    "font": _font,
    "text-decoration": _decoration,
    "text-decoration-line": _decoration,
    "white-space": _white_space,
    "margin": _margin,
    "margin-left": _margin_left,
    "list-style-type": _list_style,
    "list-style": _list_style,
    "mso-list": _mso_list,
    "position": _position,
}


class StyleSheet:
    """The rules of a page so far, and the style of its elements."""

    def __init__(self) -> None:
        self._rules: dict[str, Style] = {}
        self._known: dict[tuple[str, str | None, str | None, str | None], Style] = {}

    def add(self, css: str) -> None:
        """Add the rules of a style sheet."""
        self._known.clear()
        depth = 0
        selectors = ""
        for part in re.split(r"(?=[{}])", _COMMENT.sub(" ", css)):
            if part.startswith("{"):
                depth += 1
                if depth == 1 and not selectors.lstrip().startswith("@"):
                    self._add_rules(selectors, parse_style(part[1:]))
                selectors = ""
            elif part.startswith("}"):
                depth = max(depth - 1, 0)
                selectors = part[1:].rpartition(";")[2]
            else:
                selectors = part.rpartition(";")[2]

    def _add_rules(self, selectors: str, style: Style) -> None:
        if style is PLAIN:
            return
        for selector in selectors.split(","):
            found = _SELECTOR.match(selector.strip().lower())
            if found and found[0]:
                self._rules[found[0]] = over(self._rules.get(found[0], PLAIN), style)

    def of(self, name: str, attributes: Mapping[str, str]) -> Style:
        """The style of an element; the more exact rule wins, the element's own attribute over all.

        The same words give the same object, as long as no rule is added.
        """
        get = attributes.get
        key = (name, get("class"), get("id"), get("style")) if attributes else (name, None, None, None)
        style = self._known.get(key)
        if style is None:
            self._known[key] = style = self._told(*key)
        return style

    def _told(self, name: str, classes: str | None, identity: str | None, own: str | None) -> Style:
        style = PLAIN
        if self._rules:
            dotted = [f".{one}" for one in (classes or "").lower().split()]
            hashed = [f"#{identity.lower()}"] if identity else []
            for one in (name, *dotted, *(name + one for one in dotted), *hashed, *(name + one for one in hashed)):
                if one in self._rules:
                    style = over(style, self._rules[one])
        return over(style, parse_style(own)) if own else style


def over(lower: Style, upper: Style) -> Style:
    """What is said of an element by two rules of which the upper wins."""
    if lower is PLAIN or upper is PLAIN:
        return upper if lower is PLAIN else lower
    said = {field: value for field, value in upper._asdict().items() if value != getattr(PLAIN, field)}
    return lower._replace(**said)
