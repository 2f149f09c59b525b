"""Read the title line: series, level, qualifiers, class code."""

from typing import Any, NamedTuple

from spec_parser.fields.parsing import FieldParser, stretch_of, trimmed
from spec_parser.fields.reading import Part, Problem, Reading, Stretch
from spec_parser.lalr import Token
from spec_parser.model import Identity
from spec_parser.profiles.profile import Profile

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_NOTHING = Identity(code=None, title=None, series=None, level=None, qualifiers=())


class _Group(NamedTuple):
    outer: Stretch
    inner: Stretch


class _Leveled(NamedTuple):
    series: Stretch
    level: Token


class _Title(NamedTuple):
    series: Stretch | None
    level: Token | None
    groups: tuple[_Group, ...]
    code: Token | None


class _Builder:
    """Makes a _Title of what grammars/title.lark finds."""

    def group(self, children: list[Any]) -> _Group:
        start, end = stretch_of(children[0])[0], stretch_of(children[-1])[1]
        return _Group((start, end), (start + 1, end - 1))

    def groups(self, children: list[Any]) -> tuple[_Group, ...]:
        *before, group = children
        return (*before[0], group) if before else (group,)

    def code(self, children: list[Token]) -> Token:
        return children[1]

    def series(self, children: list[Any]) -> Stretch:
        return _start(children[0]), stretch_of(children[-1])[1]

    def leveled(self, children: list[Any]) -> _Leveled:
        before = children[-2]
        if isinstance(before, _Leveled):  # of two numerals the first belongs to the series
            before = (before.series[0], stretch_of(before.level)[1])
        elif isinstance(before, tuple) and isinstance(before[0], _Group):
            before = (_start(children[0]), before[-1].outer[1])
        return _Leveled(before, children[-1])

    def without_level(self, children: list[Any]) -> _Title:
        series, groups, code = children
        return _Title(series, None, groups or (), code)

    def with_level(self, children: list[Any]) -> _Title:
        leveled, groups, code = children
        return _Title(leveled.series, leveled.level, groups or (), code)

    def code_only(self, children: list[Token]) -> _Title:
        return _Title(None, None, (), children[0])


def _start(item: Any) -> int:
    if isinstance(item, _Leveled):
        return item.series[0]
    return item[0] if isinstance(item, tuple) else stretch_of(item)[0]


class TitleReader:
    """Reads title lines of one jurisdiction."""

    def __init__(self, profile: Profile) -> None:
        self._parser: FieldParser[_Title] = FieldParser("title", profile.grammar_terminals("title"), _Builder())

    def read(self, text: str) -> Reading[Identity]:
        """Read a title line such as `Sample Examiner 2 (35 Hour) (1234AR)`.

        A line that cannot be read gives an identity of nulls and the problem `title-unread`.
        """
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(_NOTHING, (), (found,))
        return Reading(*_identity(text, found), ())


def _identity(text: str, found: _Title) -> tuple[Identity, tuple[Part, ...]]:
    parts: list[Part] = []

    def copied(pointer: str, stretch: Stretch) -> str:
        value = text[slice(*stretch)]
        parts.append(Part(pointer, value, (stretch,)))
        return value

    code = None if found.code is None else copied("/code", stretch_of(found.code))
    title = series = level = None
    if found.series is not None:
        end = found.series[1]
        if found.level is not None:
            end = stretch_of(found.level)[1]
        if found.groups:
            end = found.groups[-1].outer[1]
        title = copied("/title", (found.series[0], end))
        series = copied("/series", found.series)
    if found.level is not None:
        level = _ROMAN.get(found.level) or int(found.level)
        parts.append(Part("/level", level, (stretch_of(found.level),)))
    stretches = [trimmed(text, *group.inner) for group in found.groups]
    filled = [stretch for stretch in stretches if stretch[0] < stretch[1]]
    qualifiers = tuple(copied(f"/qualifiers/{number}", stretch) for number, stretch in enumerate(filled))
    return Identity(code=code, title=title, series=series, level=level, qualifiers=qualifiers), tuple(parts)
