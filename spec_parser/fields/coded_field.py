"""Read a coded field: a code in parentheses and its name."""

from typing import Any, NamedTuple

from spec_parser.fields.parsing import FieldParser, stretch_of, trimmed
from spec_parser.fields.reading import Part, Problem, Reading, Stretch
from spec_parser.lalr import Token
from spec_parser.model import BargainingUnit, CodedField
from spec_parser.profiles.profile import Profile


class _Coded(NamedTuple):
    code: Token
    name: Stretch
    groups: tuple[Stretch, ...]


class _Builder:
    """Makes a _Coded of what grammars/coded_field.lark finds; a group is its stretch, parentheses included."""

    def group(self, children: list[Any]) -> Stretch:
        return stretch_of(children[0])[0], stretch_of(children[-1])[1]

    def groups(self, children: list[Stretch]) -> tuple[Stretch, ...]:
        return tuple(children)

    def name(self, children: list[Any]) -> Stretch:
        first, last = children[0], children[-1]
        return (first[0] if isinstance(first, tuple) else stretch_of(first)[0]), stretch_of(last)[1]

    def start(self, children: list[Any]) -> _Coded:
        _, code, _, _, name, groups = children
        return _Coded(code, name, groups or ())


class CodedFieldReader:
    """Reads the coded fields of one code list of the profile, such as `occupational_group`."""

    def __init__(self, profile: Profile, code_list: str) -> None:
        self._parser: FieldParser[_Coded] = FieldParser(
            "coded_field", profile.grammar_terminals("coded_field"), _Builder()
        )
        self._list = code_list
        self._codes = profile.code_lists.get(code_list, {})

    def read(self, text: str) -> Reading[CodedField]:
        """Read code and name; a text that cannot be read is kept, with the problem `coded-field-unread`."""
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(CodedField(text=text, code=None, name=None), (), (found,))
        end = found.groups[-1][1] if found.groups else found.name[1]
        code, name = self._code(found), _copied(text, "/name", (found.name[0], end))
        value = CodedField(text=text, code=str(code.value), name=str(name.value))
        return Reading(value, (code, name), self._unlisted(found))

    def read_unit(self, text: str) -> Reading[BargainingUnit]:
        """Read code, name and, from the last parenthesis, the unit; otherwise as `read`."""
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(BargainingUnit(text=text, code=None, name=None, unit=None), (), (found,))
        end = found.groups[-2][1] if len(found.groups) > 1 else found.name[1]
        parts = [self._code(found), _copied(text, "/name", (found.name[0], end))]
        if found.groups:
            start, end = found.groups[-1]
            unit = _copied(text, "/unit", (start + 1, end - 1))
            parts += [unit] if unit.value else []
        read = {part.pointer: str(part.value) for part in parts}
        value = BargainingUnit(text=text, code=read["/code"], name=read["/name"], unit=read.get("/unit"))
        return Reading(value, tuple(parts), self._unlisted(found))

    def read_bare(self, text: str) -> Reading[CodedField]:
        """Read a code without its name, as rows of codes have it."""
        return Reading(CodedField(text=text, code=text, name=None), (_whole(text),), self._unlisted_code(text))

    def read_bare_unit(self, text: str) -> Reading[BargainingUnit]:
        """Read a bargaining unit's code without its name."""
        value = BargainingUnit(text=text, code=text, name=None, unit=None)
        return Reading(value, (_whole(text),), self._unlisted_code(text))

    def _code(self, found: _Coded) -> Part:
        return Part("/code", str(found.code), (stretch_of(found.code),))

    def _unlisted(self, found: _Coded) -> tuple[Problem, ...]:
        return self._unlisted_code(str(found.code), stretch_of(found.code)[0])

    def _unlisted_code(self, code: str, start: int = 0) -> tuple[Problem, ...]:
        if code in self._codes:
            return ()
        message = (
            f'Code "{code}" is not in the profile\'s list {self._list}.'
            f" Check it; if it is right, add it to code_lists.{self._list} of the profile."
        )
        return (Problem("code-unlisted", message, (start, start + len(code))),)


def _whole(code: str) -> Part:
    return Part("/code", code, ((0, len(code)),))


def _copied(text: str, pointer: str, stretch: Stretch) -> Part:
    start, end = trimmed(text, *stretch)
    return Part(pointer, text[start:end], ((start, end),))
