"""Find the statutes and acts that running text names.

The profile's triggers are searched for as plain strings: a text without any costs next to nothing. Where one
stands, the grammar says whether a citation begins there; of triggers inside a citation nothing more comes.
"""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Reading, Stretch
from spec_parser.lalr import Token
from spec_parser.model import Citation
from spec_parser.profiles.profile import Profile

# No citation is longer; one that names more sections than fit is cut after the last that does.
_LONGEST_CITATION = 200


class _Cited(NamedTuple):
    """One number, with what stands around it that is printed as part of the citation."""

    kind: Literal["statute", "act"]
    stretch: Stretch
    number: Token
    subsections: tuple[Token, ...]


class _Builder:
    """Makes a list of _Cited of what grammars/citation.lark finds."""

    def section(self, children: list[Token]) -> tuple[Token, ...]:
        return tuple(children)

    def statutes(self, children: list[Any]) -> list[_Cited]:
        if isinstance(children[0], list):
            return children[0]
        return _cited("statute", children)

    def acts(self, children: list[Any]) -> list[_Cited]:
        if isinstance(children[0], list):
            return children[0]
        return _cited("act", [(child,) if child.type == "ACT_NUMBER" else child for child in children])


def _cited(kind: Literal["statute", "act"], children: list[Any]) -> list[_Cited]:
    """One citation a number: the first has the words before it, the last those after it."""
    numbers = [child for child in children if isinstance(child, tuple)]
    last = len(numbers) - 1
    return [
        _Cited(
            kind,
            (
                stretch_of(children[0] if index == 0 else tokens[0])[0],
                (stretch_of(tokens[-1]) if index < last or children[-1] is tokens else stretch_of(children[-1]))[1],
            ),
            tokens[0],
            tokens[1:],
        )
        for index, tokens in enumerate(numbers)
    ]


class CitationReader:
    """Finds citations in running text, at the profile's triggers."""

    def __init__(self, profile: Profile) -> None:
        self._parser: FieldParser[list[_Cited]] = FieldParser(
            "citation", profile.grammar_terminals("citation"), _Builder()
        )
        self._triggers = profile.citation_triggers

    def read(self, text: str) -> Reading[tuple[Citation, ...]]:
        """Every citation in the text, in order; pointers begin with its number, `/0/number`.

        "Sections 5-196 and 5-200" are two. A trigger that no citation begins at is an ordinary word.
        """
        triggers = [trigger for trigger in self._triggers if trigger in text]
        if not triggers:
            return _NONE
        places = sorted({start for trigger in triggers for start in _all(text, trigger)})
        citations: list[Citation] = []
        parts: list[Part] = []
        end = 0
        for place in places:
            if place < end or (place > 0 and text[place - 1].isalnum() and text[place].isalnum()):
                continue  # inside the citation before it, or inside a word
            for cited in self._parser.attempt(text[place : place + _LONGEST_CITATION]) or ():
                parts += _parts(f"/{len(citations)}", text, place, cited)
                citations.append(_citation(text, place, cited))
                end = place + cited.stretch[1]
        return Reading(tuple(citations), tuple(parts), ())


_NONE: Reading[tuple[Citation, ...]] = Reading((), (), ())


def _all(text: str, trigger: str) -> Sequence[int]:
    found: list[int] = []
    start = text.find(trigger)
    while start >= 0:
        found.append(start)
        start = text.find(trigger, start + len(trigger))
    return found


def _citation(text: str, place: int, cited: _Cited) -> Citation:
    start, end = cited.stretch
    return Citation(
        text=text[place + start : place + end],
        kind=cited.kind,
        number=str(cited.number),
        subsections=tuple(token[1:-1] for token in cited.subsections),
    )


def _parts(pointer: str, text: str, place: int, cited: _Cited) -> list[Part]:
    def at(stretch: Stretch) -> tuple[Stretch]:
        return ((place + stretch[0], place + stretch[1]),)

    whole = at(cited.stretch)
    parts = [
        Part(f"{pointer}/text", text[slice(*whole[0])], whole),
        Part(f"{pointer}/kind", cited.kind, whole),
        Part(f"{pointer}/number", str(cited.number), at(stretch_of(cited.number))),
    ]
    for number, token in enumerate(cited.subsections):
        start, end = stretch_of(token)
        parts.append(Part(f"{pointer}/subsections/{number}", token[1:-1], at((start + 1, end - 1))))
    return parts
