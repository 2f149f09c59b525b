"""`grammars/document.lark` accepts every sequence of lines, keeps each once and in order, and has no conflicts."""

import logging
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest
from lark.utils import logger

from spec_parser import grammar
from spec_parser.profiles.loading import load
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.nesting import CLOSE, OPEN_ALTERNATIVES, OPEN_LIST, OPEN_NOTE, OPEN_TABLE, Bracket, nest
from spec_parser.structure.tree import Section, sections

_KINDS = ["MASTHEAD", "BANNER", "TITLE", "PAY", "HEADER", "UNKNOWN_HEADER", "TEXT", "ITEM", "LABEL", "NOTE", "EITHER"]
_KINDS += ["ROW", "FOOTER"]
# An item stands further in or further out than the one above it; a note may open a list of its own.
_SYMBOLS = [*((kind, 0, "text") for kind in _KINDS), ("ITEM", 4, "text"), ("NOTE", 0, "NOTES:")]
_LENGTH = 5
_SECOND_STATE = Path(__file__).parent.parent / "profiles" / "second_state" / "xx-av.toml"


def _lines_of(found: list[Section]) -> list[LogicalLine]:
    lines: list[LogicalLine] = []
    for section in found:
        if section.header is not None:
            lines.append(section.header)
        for block in section.blocks:
            lines += block.lines
    return lines


def _line(kind: str, column: int, text: str) -> LogicalLine:
    return LogicalLine(kind, text, [(0, 1)], column)


@pytest.mark.parametrize("first", _SYMBOLS, ids=lambda symbol: f"{symbol[0]} {symbol[1]} {symbol[2]}")
def test_every_sequence_of_lines_is_a_document(first: tuple[str, int, str]) -> None:
    """All sequences of up to five lines that begin with this one: 15 ** 5 and more in all."""
    opening = _line(*first)
    places = [[_line(*symbol) for symbol in _SYMBOLS] for _ in range(_LENGTH - 1)]
    for length in range(_LENGTH):
        for rest in product(*places[:length]):
            lines = (opening, *rest)
            got = _lines_of(sections(nest(lines).tokens))
            assert len(got) == len(lines)
            for one, other in zip(got, lines, strict=True):
                assert one is other


def test_no_lines_are_a_document_too() -> None:
    assert sections(nest([]).tokens) == []


_Shape = tuple["Bracket | str", ...]


def _lists(length: int) -> Iterator[_Shape]:
    """All lists of this many tokens, the brackets round them included: items, and lists within lists."""
    if length >= 2:
        for inside in _insides(length - 2):
            yield (OPEN_LIST, *inside, CLOSE)


def _insides(length: int) -> Iterator[_Shape]:
    if length == 0:
        yield ()
        return
    for rest in _insides(length - 1):
        yield ("ITEM", *rest)
    for size in range(2, length + 1):
        for first in _lists(size):
            for rest in _insides(length - size):
                yield (*first, *rest)


def _accepts(shape: Sequence["Bracket | str"]) -> None:
    tokens = [_line(token, 0, "text") if isinstance(token, str) else token for token in shape]
    got = _lines_of(sections(tokens))
    assert [id(line) for line in got] == [id(token) for token in tokens if isinstance(token, LogicalLine)]


def test_every_nesting_of_lists_is_accepted() -> None:
    shapes = [shape for length in range(2, 12) for shape in _lists(length)]
    assert len(shapes) == 1 + 1 + 2 + 4 + 9 + 21 + 51 + 127 + 323 + 835  # Motzkin's numbers
    for shape in shapes:
        _accepts(shape)


def test_every_bracket_takes_what_may_stand_in_it() -> None:
    insides: dict[Bracket, list[str]] = {
        OPEN_TABLE: ["ROW"],
        OPEN_ALTERNATIVES: ["EITHER", "ITEM", "TEXT"],
    }
    for bracket, kinds in insides.items():
        for length in range(6):
            for inside in product(kinds, repeat=length):
                _accepts((bracket, *inside, CLOSE, "TEXT"))
    for length in range(2, 10):
        for items in _lists(length):
            _accepts((OPEN_NOTE, "NOTE", *items, CLOSE, "TEXT"))
    _accepts((OPEN_NOTE, "NOTE", CLOSE))


@pytest.mark.parametrize("name", grammar.names())
@pytest.mark.parametrize("profile", [None, _SECOND_STATE], ids=["Connecticut", "second state"])
def test_a_grammar_has_no_conflicts(name: str, profile: Path | None, caplog: pytest.LogCaptureFixture) -> None:
    """Lark refuses reduce/reduce conflicts; those of shift and reduce it settles, and tells its log only."""
    logger.propagate = True
    with caplog.at_level(logging.DEBUG, logger=logger.name):
        grammar.build(name, load(profile).grammar_terminals(name), debug=True)
    assert [record.getMessage() for record in caplog.records if "onflict" in record.getMessage()] == []


def test_a_conflict_would_be_told(caplog: pytest.LogCaptureFixture) -> None:
    from lark import Lark

    logger.propagate = True
    with caplog.at_level(logging.DEBUG, logger=logger.name):
        Lark('start: "a" | start start', parser="lalr", debug=True)
    assert "Shift/Reduce conflict" in caplog.text
