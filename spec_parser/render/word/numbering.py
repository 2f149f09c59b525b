"""Word's lists: an abstract numbering says how its levels look, an instance of it is counted by itself."""

from lxml import etree

from spec_parser.render.numbers import Counting, Entry
from spec_parser.render.word.markup import W, value

_LEVELS = 8
_BULLETS = ("•", "◦", "▪")
_FORMATS = {"decimal": "decimal", "letter": "lowerLetter"}
# Twentieths of a point: how far a level stands to the right of the one above, and how far its mark hangs out.
_STEP = 360
_HANGING = 360


class Numbering:
    """Collects the lists of one document; `part` is word/numbering.xml."""

    def __init__(self) -> None:
        self._looks: dict[Counting | None, int] = {None: 0}
        self._instances: list[tuple[int, int, int]] = [(0, 0, 0)]  # look, level, number it begins with
        self._open: dict[int, int] = {}

    def instance(self, entry: Entry) -> int:
        """The instance that counts an item, from 1; all bullets are of the first."""
        if entry.counting is None:
            return 1
        level = entry.item.level
        if entry.opens:
            look = self._looks.setdefault(entry.counting, len(self._looks))
            self._instances.append((look, level, entry.number))
            self._open[level] = len(self._instances)
        return self._open[level]

    def part(self) -> etree._Element:
        """The part, with all that was asked for."""
        looks = (_look(number, counting) for counting, number in self._looks.items())
        instances = (_instance(number, *made) for number, made in enumerate(self._instances, start=1))
        return W("numbering", *looks, *instances)


def indent(level: int) -> etree._Element:
    """Where the items of a level stand, from 1."""
    return W("ind", attributes={"left": _STEP * level + _HANGING, "hanging": _HANGING})


def _look(number: int, counting: Counting | None) -> etree._Element:
    levels = (_level(level, counting) for level in range(1, _LEVELS + 1))
    return W("abstractNum", value("multiLevelType", "hybridMultilevel"), *levels, attributes={"abstractNumId": number})


def _level(level: int, counting: Counting | None) -> etree._Element:
    bullet = _BULLETS[(level - 1) % len(_BULLETS)]
    return W(
        "lvl",
        value("start", 1),
        value("numFmt", "bullet" if counting is None else _FORMATS[counting.style]),
        value("lvlText", bullet if counting is None else f"{counting.before}%{level}{counting.after}"),
        value("lvlJc", "left"),
        W("pPr", indent(level)),
        attributes={"ilvl": level - 1},
    )


def _instance(number: int, look: int, level: int, first: int) -> etree._Element:
    start = W("lvlOverride", value("startOverride", first), attributes={"ilvl": level - 1})
    return W("num", value("abstractNumId", look), *([start] if level else []), attributes={"numId": number})
