"""What runs lark's parse tables here gives what lark's own parser gives, and stops where that stops."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.parsers.lalr_parser_state import ParserState

from spec_parser import from_lark, grammar, lalr, parse_table
from spec_parser.fields.explaining import bad_examples
from spec_parser.profiles.loading import load
from spec_parser.structure.nesting import Bracket
from tests.fields.harness import FIELDS, cases

# Texts of one field; the words of running text and the tokens made of them have tests of their own.
NAMES = sorted(set(grammar.names()) - {"document", "qualification_words", "qualifications"})
_UNREADABLE = "not of this grammar"


class _Recorder:
    """A builder that keeps what it is given."""

    def __getattr__(self, name: str) -> Callable[[list[Any]], Any]:
        if name.startswith("_") or name.isupper():  # rules that are inlined, and terminals: lark asks for those too
            raise AttributeError(name)
        return lambda children: (name, [_plain(child) for child in children])


def _plain(child: Any) -> Any:
    assert not isinstance(child, Tree)
    return (child.type, str(child), child.start_pos, child.end_pos) if isinstance(child, Token | lalr.Token) else child


@lru_cache(maxsize=32)
def _both(name: str) -> tuple[Lark, lalr.Parser]:
    terminals = load().grammar_terminals(name)
    return (
        grammar.load(name, terminals, transformer=_Recorder()),
        lalr.Parser(grammar.table(name, terminals), _Recorder()),
    )


def _texts() -> list[str]:
    """Every text that the cases of the fields and the tables of bad examples have."""
    told = [text for name in NAMES if name != "citation" for row in bad_examples(name).errors for text in row.texts]
    return sorted({case["text"] for field in FIELDS for case in cases(field)} | set(told))


TEXTS = _texts()
_WORDS = sorted({word for text in TEXTS for word in re.findall(r"\w+|\s+|[^\w\s]", text)})
_texts_like_those = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=30).map("".join),
    st.lists(st.sampled_from(TEXTS), max_size=3).map(" ".join),
    st.tuples(st.sampled_from(TEXTS), st.integers(0, 80), st.integers(0, 5), st.sampled_from(["", *_WORDS])).map(
        lambda edit: edit[0][: edit[1]] + edit[3] + edit[0][edit[1] + edit[2] :]
    ),
    st.text(max_size=40),
)


def _compare(name: str, text: str) -> None:
    lark, parser = _both(name)
    try:
        expected: Any = lark.parse(text)
    except UnexpectedInput:
        expected = None
    assert parser.parse(text) == expected, (name, text)


@pytest.mark.parametrize("name", NAMES)
def test_the_texts_of_all_cases_are_parsed_as_lark_does(name: str) -> None:
    for text in TEXTS:
        _compare(name, text)


@pytest.mark.property
@pytest.mark.parametrize("name", NAMES)
@given(text=_texts_like_those)
def test_any_text_is_parsed_as_lark_does(name: str, text: str) -> None:
    _compare(name, text)


_TERMINALS = sorted({name for row in grammar.table("document", {}).states for name in row if name.isupper()} - {"$END"})


@pytest.mark.property
@given(st.lists(st.sampled_from(_TERMINALS), max_size=25))
def test_any_tokens_are_parsed_as_lark_does(kinds: list[str]) -> None:
    lark, parser = _both("document")
    tokens: list[Any] = [Bracket(kind) for kind in kinds]
    interactive = lark.parse_interactive("")
    state: ParserState[int] = interactive.parser_state
    end: Callable[[], Any] = interactive.feed_eof
    try:
        for token in tokens:
            state.feed_token(token)
        expected = end()
    except UnexpectedInput:
        expected = None
    assert parser.parse_tokens(tokens) == expected


def test_a_table_can_be_stored() -> None:
    for name in set(grammar.names()) - grammar.WORD_LISTS:
        table = grammar.table(name, load().grammar_terminals(name))
        assert parse_table.restore(parse_table.dump(table)) == table


# Rules that end with one token, one in another, at the end of the text, or in a list; before other terminals or the
# same ones.
SMALL = {
    "one in another": 'start: one\none: two\ntwo: A\nA: "a"',
    "inlined": 'start: _one+\n_one: A | two\ntwo: B C?\nA: "a"\nB: "b"\nC: "c"',
    "a list of them": 'start: (one | _two)*\none: A\n_two: one B\nA: "a"\nB: "b"',
    "lists in lists": 'start: list\nlist: A (one | list)* B\none: C\nA: "a"\nB: "b"\nC: "c"',
    "other terminals then": 'start: one B | A C\none: two\ntwo: A\nA: "a"\nB: "b"\nC: "c"',
    "others in a list": 'start: (one _x)+ C?\none: A | B\n_x: B\nA: "a"\nB: "b"\nC: "c"',
    "a longer one": 'start: (one | AB)+\none: two\ntwo: A | B\nA: "a"\nB: "b"\nAB: "ab"',
}


@pytest.mark.parametrize("text", SMALL.values(), ids=SMALL)
def test_small_grammars_are_run_as_lark_does(text: str) -> None:
    lark = Lark(text, parser="lalr", transformer=_Recorder())
    table = from_lark.table(lark)
    again = lalr.Parser(table, _Recorder())
    for size in range(6):
        for letters in product("abc", repeat=size):
            given_text = "".join(letters)
            try:
                expected: Any = lark.parse(given_text)
            except UnexpectedInput:
                expected = None
            assert lalr.Parser(table, _Recorder()).parse(given_text) == expected, given_text
            assert again.parse(given_text) == expected, given_text
