"""Turns logical lines into tokens for `grammars/document.lark`, knowing which section each stands in. Total."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.document import Document, Stretch
from spec_parser.profiles.profile import Header
from spec_parser.structure.lines import LogicalLine

# `FACILITY: Incumbents ...`: a label that its text follows on the same line.
_RUN_IN = re.compile(r"([A-Z][A-Z0-9 &/,.'’()-]{2,60}:)\s+(?=\S)")
# `Storrs Campus:` alone on a line.
_MIXED = re.compile(r"(?:(?:[A-Z][\w'’&/-]{0,30}|of|and|the|for|in|at|&|-|–),? ){0,6}[A-Z][\w'’&/-]{0,30}:$")
_LETTERS = re.compile(r"[A-Z]")




class Classified(NamedTuple):
    """Tokens in order, what stands apart from them, and which lines a finding is due for."""

    tokens: list[LogicalLine]
    furniture: list[Stretch]
    assumed_labels: list[LogicalLine]


def classify(document: Document, lines: Sequence[LogicalLine]) -> Classified:
    """Give every logical line the name of its token.

    A line of furniture becomes no token; an `OR` between alternatives marks the line above as EITHER.
    """
    tokens: list[LogicalLine] = []
    furniture: list[Stretch] = []
    assumed: list[LogicalLine] = []
    section: Header | None = None
    filled = False  # whether anything stands in the section yet
    last = len(lines) - 1
    for index, line in enumerate(lines):
        shape = line.type
        following = lines[index + 1].type if index < last else ""
        if shape == "TEXT":
            if line.text[-1] == ":" and following in ("ITEM", "TEXT") and _MIXED.match(line.text):
                line.type = "LABEL"
            elif ":" in line.text and line.text[1:3].isupper() and section is not None:
                label = _run_in(document, line)
                if label is not None:
                    tokens.append(label)
        elif shape == "HEADER":
            section, filled = line.header, False
            tokens.append(line)
            continue
        elif shape == "CAPITALS":
            line.type = _capitals(line.text, section, following, filled=filled)
            if line.type == "LABEL" and line.text[-1] != ":":
                assumed.append(line)
            elif line.type == "UNKNOWN_HEADER":
                section, filled = None, False
                tokens.append(line)
                continue
        elif shape == "FURNITURE":
            furniture.extend(line.stretches)
            continue
        elif shape in ("MASTHEAD", "BANNER"):  # shown as sections of their own, but no part of the specification
            furniture.extend(line.stretches)
        elif shape == "OR":
            if filled and index < last and tokens[-1].type in ("TEXT", "ITEM") and following in ("TEXT", "ITEM"):
                tokens[-1].type = "EITHER"
                tokens[-1].joint = line.stretches[0]
                continue
            line.type = "TEXT"
        filled = True
        tokens.append(line)
    return Classified(tokens, furniture, assumed)


def _capitals(text: str, section: Header | None, following: str, *, filled: bool) -> str:
    """What a line in capitals is that is no header the profile knows."""
    if text[-1] == ":":
        return "LABEL" if section is not None else "UNKNOWN_HEADER"
    by_nature = section.body if section is not None else "text"
    if by_nature == "field" and not filled:
        return "TEXT"
    if text[-1] in ".;,)" or len(text) > 80 or len(_LETTERS.findall(text)) < 4 or not text[0].isalpha():
        return "TEXT"
    if by_nature == "list" and following == "ITEM":
        return "LABEL"
    return "UNKNOWN_HEADER"


def _run_in(document: Document, line: LogicalLine) -> LogicalLine | None:
    """Split a run-in label off its line; the label becomes a line of its own."""
    found = _RUN_IN.match(line.text)
    if found is None:
        return None
    whole = line.excerpt()
    label = whole.part(document, 0, found.end(1))
    rest = whole.part(document, found.end(), len(line.text))
    line.text, line.stretches = rest.text, list(rest.stretches)
    return LogicalLine("LABEL", label.text, list(label.stretches), line.column)
