"""What stands before an item: a bullet, or the number or letter that a browser counts."""

from collections.abc import Mapping

from spec_parser.bullets import BULLET
from spec_parser.readers.html.styles import Style
from spec_parser.readers.numerals import roman

BULLET_MARK = f"{BULLET} "
_STYLES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_COUNTED = frozenset(_STYLES.values()) | {"lower-latin", "upper-latin", "decimal-leading-zero"}
_LONGEST_NUMBER = 9


class ListMarks:
    """The marks of one list's items, in order."""

    def __init__(self, name: str, attributes: Mapping[str, str], style: Style, items: int) -> None:
        """Begin a list.

        Args:
            name: of its element.
            attributes: its own: `type`, `start`, `reversed`.
            style: its own; a numbering there wins over the attribute.
            items: how many it has, which matters to one that counts down.
        """
        kind = style.numbering or _STYLES.get(attributes.get("type", ""), "")
        self._kind = (kind if kind in _COUNTED or kind == "none" else "decimal") if name == "ol" else kind
        self._step = -1 if "reversed" in attributes else 1
        first = _integer(attributes.get("start"))
        self._next = first if first is not None else items if self._step < 0 else 1

    def next(self, attributes: Mapping[str, str]) -> str:
        """The mark of the next item, whose own `value` wins over the count."""
        value = _integer(attributes.get("value"))
        number = value if value is not None else self._next
        self._next = number + self._step
        return f"{_numeral(number, self._kind)}. " if self._kind in _COUNTED else BULLET_MARK


def _integer(text: str | None) -> int | None:
    text = (text or "").strip()
    digits = text[1:] if text.startswith(("-", "+")) else text
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else None


def _numeral(number: int, kind: str) -> str:
    numeral = str(number)
    if number > 0 and kind.endswith(("alpha", "latin")):
        numeral = _letters(number)
    elif kind.endswith("roman"):
        numeral = roman(number)
    return numeral.upper() if kind.startswith("upper") else numeral


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
