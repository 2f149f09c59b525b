"""Sentences of minimum qualifications, drawn together with the tree that they say.

Words and tree come from the same drawn facts; neither is read from the other. The same seed gives the same sentence.
"""

from typing import Literal, NamedTuple

from spec_parser.generator.dice import Dice
from spec_parser.generator.prose import phrase
from spec_parser.generator.sentences.combining import combined, general, special
from spec_parser.generator.sentences.noting import note
from spec_parser.generator.sentences.said import Said, capital, closed
from spec_parser.generator.sentences.substituting import substitution
from spec_parser.model.expression import AllOf, AnyOf, Expression, Unread
from spec_parser.model.expression_parts import Understood

__all__ = ["Sentence", "sentence"]

_Kind = Literal["general_experience", "special_experience", "substitution", "note"]
_KINDS: tuple[_Kind, ...] = (
    *("general_experience", "general_experience", "general_experience"),
    *("special_experience", "substitution", "substitution", "note"),
)


class Sentence(NamedTuple):
    """A statement of the minimum qualifications.

    Attributes:
        kind: of which section.
        text: as a record would have it, its lines joined by blanks; the expression's offsets count in it.
        breaks: where in it a line or an item of a list begins, but the first.
        understood: how much of it a perfect reader understands.
        expression: what it says; none where it says nothing that a tree could.
    """

    kind: _Kind
    text: str
    breaks: tuple[int, ...]
    understood: Understood
    expression: Expression | None


def sentence(seed: int) -> Sentence:
    """The statement of that seed (from 0). Some that are one requirement end in words that say nothing."""
    dice = Dice("sentence", seed)
    kind = dice.pick(_KINDS)
    said = capital(_statement(dice, kind))
    before = "NOTE: " if kind == "note" and dice.chance(0.8) else ""
    if isinstance(said.node, AllOf | AnyOf) or dice.chance(0.9):
        return _sentence(kind, closed(said, before), "whole")
    aside = phrase(dice, "asides").text
    both = combined("all_of", (said, ". ", Said(aside, Unread(0, len(aside), aside))))
    return _sentence(kind, closed(both, before), "partial")


def _sentence(kind: _Kind, said: Said, understood: Understood) -> Sentence:
    breaks = tuple(place + 1 for place, letter in enumerate(said.text) if letter == "\n")
    return Sentence(kind, said.text.replace("\n", " "), breaks, understood, said.node)


def _statement(dice: Dice, kind: _Kind) -> Said:
    if kind == "general_experience":
        return general(dice)
    if kind == "special_experience":
        return special(dice)
    return substitution(dice) if kind == "substitution" else note(dice)
