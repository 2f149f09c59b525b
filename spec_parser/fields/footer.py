"""Read the footer: class code, date established, date revised."""

from collections.abc import Callable
from typing import Any, NamedTuple

from spec_parser.fields.nested import moved
from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Problem, Reading, Stretch
from spec_parser.lalr import Token
from spec_parser.model import Footer
from spec_parser.profiles.profile import Profile


class _Entry(NamedTuple):
    name: str
    label: Token
    code: Token | None
    words: Stretch | None


class _Builder:
    """Makes a list of entries of what grammars/footer.lark finds."""

    def words(self, children: list[Token]) -> Stretch:
        return stretch_of(children[0])[0], stretch_of(children[-1])[1]

    def class_code(self, children: list[Any]) -> _Entry:
        return _Entry("code", *children)

    def established(self, children: list[Any]) -> _Entry:
        return _Entry("established", children[0], None, children[1])

    def revised(self, children: list[Any]) -> _Entry:
        return _Entry("revised", children[0], None, children[1])

    def start(self, children: list[Any]) -> list[_Entry]:
        return [child for child in children if isinstance(child, _Entry)]


class FooterReader:
    """Reads footers such as `CLASS: 1234AR; REV: 11/13/2024;`; its dates are read by `read_date`."""

    def __init__(self, profile: Profile, read_date: Callable[[str], Reading[str | None]]) -> None:
        self._parser: FieldParser[list[_Entry]] = FieldParser("footer", profile.grammar_terminals("footer"), _Builder())
        self._read_date = read_date

    def read(self, text: str) -> Reading[Footer]:
        """Read the footer. What of it cannot be read is null and has a problem of its own."""
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(Footer(text=text, code=None, established=None, revised=None), (), (found,))
        parts: dict[str, Part] = {}
        problems: list[Problem] = []
        for number, entry in enumerate(found):
            if any(entry.name == earlier.name for earlier in found[:number]):
                message = f'"{entry.label}" stands here a second time; the first one was read.'
                problems.append(self._parser.problem(message, stretch_of(entry.label)))
                continue
            reading = self._code(text, entry) if entry.name == "code" else self._date(text, entry)
            problems += reading.problems
            parts |= {part.pointer: part for part in reading.parts}
        code, established, revised = (
            str(parts[pointer].value) if pointer in parts else None for pointer in ("/code", "/established", "/revised")
        )
        value = Footer(text=text, code=code, established=established, revised=revised)
        return Reading(value, tuple(parts.values()), tuple(problems))

    def _code(self, text: str, entry: _Entry) -> Reading[None]:
        if entry.words is not None:
            start = entry.words[0] if entry.code is None else stretch_of(entry.code)[0]
            stretch = (start, entry.words[1])
            message = f'"{text[slice(*stretch)]}" is no class code.'
            return Reading(None, (), (self._parser.problem(message, stretch),))
        if entry.code is None:
            return Reading(None, (), ())
        return Reading(None, (Part("/code", str(entry.code), (stretch_of(entry.code),)),), ())

    def _date(self, text: str, entry: _Entry) -> Reading[None]:
        if entry.words is None:
            return Reading(None, (), ())
        start, end = entry.words
        reading = moved(self._read_date(text[start:end]), f"/{entry.name}", start)
        return Reading(None, reading.parts, reading.problems)
