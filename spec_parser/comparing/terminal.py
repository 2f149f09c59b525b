"""A comparison for people at a terminal: what is deleted in [brackets], what is new in {braces}, or in colours.

A long text is shown as far as it differs, so that an ordinary revision fits on one screen.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from spec_parser.comparing.model import Comparison, Difference
from spec_parser.comparing.words import (
    class_name,
    is_short,
    part_name,
    pay_rows,
    sentence,
    shifts_in_words,
    summary,
    what,
)
from spec_parser.differences import Edit

_RED, _GREEN, _BOLD, _FAINT, _YELLOW, _OFF = "\x1b[31m", "\x1b[4;32m", "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"
_SIGNS = {"added": "+", "removed": "-", "moved": ">", "reworded": "~", "changed": "~"}
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# So many letters of what stays are shown around what differs.
_AROUND = 30
_LONGEST = 240


class Look(NamedTuple):
    """How lines are printed: in colours or not; how many columns there are."""

    colours: bool
    width: int


def lines(comparison: Comparison, look: Look) -> Iterator[str]:
    """The comparison, line by line; the last is the summary."""
    old, new = _safe(class_name(comparison.old)), _safe(class_name(comparison.new))
    yield _painted(old if old == new else f"{old} → {new}", _BOLD, look)
    for part, group in groupby(comparison.differences, key=lambda one: one.part):
        yield ""
        yield _painted(part_name(part), _BOLD, look)
        for one in group:
            yield from _pay(one, look) if part == "pay" else _difference(one, look)
    if comparison.verdicts:
        yield ""
        yield _painted("What the cancellation clause says", _BOLD, look)
        for verdict in comparison.verdicts:
            line = f"  {_safe(sentence(verdict))}"
            yield line if verdict.kind == "found" else _painted(line, _YELLOW, look)
    yield ""
    yield summary(comparison)


def _difference(one: Difference, look: Look) -> Iterator[str]:
    sign = _SIGNS.get(one.kind, "·")
    numbers = shifts_in_words(one)
    head = f"{what(one)}, {numbers}" if numbers else what(one)
    yield f"  {sign} {_safe(head)}"
    if is_short(one):
        return
    text = _short(one.edits) if one.edits else _cut(one.other_value or one.value or "")
    yield from _wrapped(text, look)


def _pay(one: Difference, look: Look) -> Iterator[str]:
    if not one.shifts:
        yield from _difference(one, look)
        return
    rows = pay_rows(one)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for what_moved, value, other, by, percent in rows:
        yield (
            f"  {what_moved:<{widths[0]}}  {value:>{widths[1]}} → {other:>{widths[2]}}  {by:>{widths[3]}}"
            f"  {percent:>{widths[4]}}"
        ).rstrip()


def _short(edits: Sequence[Edit]) -> list[Edit]:
    """What differs, with a little of what stays around it."""
    shown = []
    for number, (kind, text) in enumerate(edits):
        before = "" if number == 0 else f"{text[:_AROUND].rpartition(' ')[0]} "
        after = "" if number == len(edits) - 1 else f" {text[-_AROUND:].partition(' ')[2]}"
        if kind != "same":
            shown.append(Edit(kind, _cut(text)[0].text))
        elif len(text) > 2 * _AROUND + len(before):
            shown.append(Edit(kind, f"{before}…{after}"))
        else:
            shown.append(Edit(kind, text))
    return shown


def _cut(text: str) -> list[Edit]:
    text = " / ".join(text.split("\n"))
    return [Edit("same", text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …")]


def _wrapped(edits: Sequence[Edit], look: Look) -> Iterator[str]:
    """Edits on lines of the terminal's width; a colour goes on from line to line."""
    marks = {"removed": ("[", "]"), "added": ("{", "}"), "same": ("", "")}
    colours = {"removed": _RED, "added": _GREEN, "same": ""}
    words: list[tuple[str, str]] = []  # what is printed, and its colour; blanks belong to the word before them
    for kind, written in edits:
        text = _safe(written)
        before, after = marks[kind]
        core = text.strip()
        if not core:  # a mere blank is not marked
            words += [(" ", "")] if kind != "removed" else []
            continue
        lead = " " * text[0].isspace()
        pieces = f"{lead}{before}{core}{after}{' ' * text[-1].isspace()}".split(" ")
        words += [(f"{piece} ", colours[kind]) for piece in pieces[:-1]] + [(pieces[-1], colours[kind])]
    line: list[tuple[str, str]] = []
    columns = 0
    for word, colour in words:
        if columns and columns + len(word.rstrip()) > look.width - 8:
            yield _line(line, look)
            line, columns = [], 0
        line.append((word, colour))
        columns += len(word)
    if line:
        yield _line(line, look)


def _line(words: Sequence[tuple[str, str]], look: Look) -> str:
    """One line of words, those of one colour painted together."""
    painted = []
    for colour, run in groupby(words, key=lambda one: one[1]):
        text = "".join(word for word, _ in run)
        painted.append(_painted(text, colour, look) if colour else text)
    return f"      {''.join(painted)}".rstrip()


def _safe(text: str) -> str:
    """A text that cannot do anything to a terminal: neither colours nor another direction, whatever a record holds."""
    return _CONTROLS.sub("\ufffd", text)


def _painted(text: str, colour: str, look: Look) -> str:
    core = text.rstrip()
    return f"{colour}{core}{_OFF}{text[len(core) :]}" if look.colours and core else text
