"""Shapes of hostile text, each of any size: what they grow by is what a trap would grow with."""

from collections.abc import Callable

# Two signs of a specification, so that a record is made and every stage is reached.
_HEAD = "EXAMPLES OF DUTIES\n\n"
_KNOWLEDGE = "KNOWLEDGE, SKILL AND ABILITY\n\n"
_EXPERIENCE = "MINIMUM QUALIFICATIONS - GENERAL EXPERIENCE\n\n"
_TAIL = "\n\nSUPERVISION EXERCISED\n\nLeads others.\n\nSUPERVISION RECEIVED\n\nWorks under a warden.\n"


def _lines(head: str, line: str, size: int) -> str:
    return head + line * max(size // len(line), 1) + _TAIL


SHAPES: dict[str, Callable[[int], str]] = {
    "one paragraph without blanks": lambda size: _HEAD + "x" * size + _TAIL,
    "one paragraph of words": lambda size: _lines(_HEAD, "warden ", size),
    "one paragraph with double blanks": lambda size: _lines(_HEAD, "warden  of ", size),
    "one paragraph not ascii": lambda size: _lines(_HEAD, "gardé ", size),
    "wrapped paragraph": lambda size: _lines(
        _HEAD, "the wardens of the orchards inspect all trees and ladders\n", size
    ),
    "wrapped with hyphens": lambda size: _lines(
        _HEAD, "the wardens of the orchards inspect old trees and lad-\n", size
    ),
    "wrapped above the first header": lambda size: _lines("", "wardens of all the orchards inspect trees and\n", size),
    "items": lambda size: _lines(_HEAD, "  • Prunes trees and mends the ladders of the orchard;\n", size),
    "items below a long stem": lambda size: (
        _KNOWLEDGE + "• " + "warden " * (size // 14) + "\n" + "  • trees;\n" * (size // 22) + _TAIL
    ),
    "items below a long label": lambda size: (
        _HEAD + "WARDEN " * (size // 14) + ":\n" + "  • Prunes trees;\n" * (size // 36) + _TAIL
    ),
    "items with clauses": lambda size: _lines(_HEAD, "• Holds (a)  a licence; or (b) a permit; or (c) a pass\n", size),
    "one item of clauses": lambda size: _lines(_HEAD + "• Holds (a)  ", "a licence; or (b) a permit; or (c) ", size),
    "numbered items": lambda size: _HEAD + "".join(f"{n % 99 + 1}. Prunes.\n" for n in range(size // 12)) + _TAIL,
    "nested bullets": lambda size: (
        _HEAD + "".join(f"{' ' * (n % 50)}• Prunes;\n" for n in range(max(size // 35, 1))) + _TAIL
    ),
    "headers": lambda size: _lines("", "SUPERVISION RECEIVED\n", size),
    "unknown headers": lambda size: _lines("", "ORCHARD KEEPING\n" + "Prunes trees. " * 20 + "\n", size),
    "texts under an unknown header": lambda size: _lines("ORCHARD KEEPING\n\n", "Prunes trees.\n\n", size),
    "notes": lambda size: _lines(_EXPERIENCE, "NOTE: The wardens count.\n", size),
    "alternatives": lambda size: _lines(_EXPERIENCE, "One year as a warden.\nOR\n", size),
    "pipes": lambda size: _lines(_HEAD, "|", size),
    "one row of cells": lambda size: _lines(_HEAD, "| a  b ", size),
    "rows": lambda size: _lines(_HEAD, "| a  | b |\n", size),
    "opening parentheses": lambda size: _HEAD + "(" * size + _TAIL,
    "opening parentheses in the title": lambda size: "(" * size + " (1234AR)\n\n" + _HEAD + _TAIL,
    "letters in parentheses": lambda size: _lines(_EXPERIENCE, "(a) (b) ", size),
    "open numerals": lambda size: _lines(_EXPERIENCE, "(1", size),
    "number words": lambda size: _lines(_EXPERIENCE, "one hundred ", size),
    "quantities": lambda size: _lines(_EXPERIENCE, "two (2)  years and ", size),
    "quantities over many lines": lambda size: _lines(
        _EXPERIENCE, "the wardens have two (2) years and three (3) months\n", size
    ),
    "triggers": lambda size: _lines(_EXPERIENCE, "Section ", size),
    "citations": lambda size: _lines(_EXPERIENCE, "Section 5-198  and ", size),
    "citations, not ascii": lambda size: _lines(_EXPERIENCE, "§ 5-198  and ", size),
    "pay": lambda size: _lines("$1", ",111", size),
    "pay over many lines": lambda size: _lines("$20.00-$30.00 Hourly /\n", "$20.00-$30.00 Hourly /\n", size),
    "footers": lambda size: _lines(_HEAD, "CLASS: 1234AR; REV: 1/2/2024;\n", size),
    "blank lines": lambda size: _HEAD + "\n" * min(size // 100, 40_000) + _TAIL,
    "blanks": lambda size: _HEAD + " " * size + _TAIL,
    "tabs": lambda size: _HEAD + "\t" * size + "Prunes." + _TAIL,
    "soft hyphens": lambda size: _lines(_HEAD, "a\u00ad", size),
    "half surrogates": lambda size: _lines(_HEAD, "a\ud800", size),
}
"""A text of about `size` characters, for each shape by its name."""
