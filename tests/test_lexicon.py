"""The words that a lexicon tells are those that lark's lexer tells; blanks between words are in none."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser import grammar, lexicon
from spec_parser.profiles.loading import load
from tests.fields.qualifications.harness import texts

_NAME = "qualification_words"
_TEXTS = [text.lower() for text in texts()]
_LEXICON = grammar.words(_NAME, load().grammar_terminals(_NAME))
# What stands in sentences, and every word or two with which a terminal begins.
_WORDS = sorted({word for text in _TEXTS for word in re.findall(r"\w+|[^\w\s]", text)} | set(_LEXICON.tried))
_any_texts = st.one_of(
    st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from([" ", "", ", ", "'s ", "-", "  ", "\xa0", "é"]))).map(
        lambda pairs: "".join([word + mark for word, mark in pairs])
    ),
    st.tuples(st.sampled_from(_TEXTS), st.integers(0, 200), st.integers(0, 12), st.sampled_from(["", *_WORDS])).map(
        lambda edit: edit[0][: edit[1]] + edit[3] + edit[0][edit[1] + edit[2] :]
    ),
    st.text(max_size=60).map(str.lower),
)


@cache
def _match() -> Callable[[str, int], "re.Match[str] | None"]:
    """All terminals as the one pattern that lark makes of them."""
    lark = grammar.build(_NAME, load().grammar_terminals(_NAME))
    pattern: re.Pattern[str]
    (pattern,) = lark.parser.lexer.lexers[next(iter(lark.parser.lexer.lexers))].scanner._mres
    return pattern.match


def _expected(text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    position = 0
    while position < len(text):
        match = None if text[position].isspace() else _match()(text, position)
        if match is not None and match.end() > position:
            found.append((match.lastgroup or "", *match.span()))
            position = match.end()
            continue
        if not text[position].isspace():
            found.append(("", position, position + 1))
        position += 1
    return found


def _words(text: str) -> list[tuple[str, int, int]]:
    return lexicon.Words(_LEXICON).read(text)


@pytest.mark.parametrize("text", _TEXTS)
def test_the_sentences_of_all_cases_have_the_words_that_lark_finds(text: str) -> None:
    assert _words(text) == _expected(text)


@pytest.mark.property
@given(_any_texts)
def test_any_text_has_the_words_that_lark_finds(text: str) -> None:
    assert _words(text) == _expected(text)


def test_a_character_at_which_nothing_matches_is_a_word() -> None:
    digits = lexicon.Lexicon(("DIGIT",), ("[0-9]",), {"1": (0,)}, ())
    assert lexicon.Words(digits).read("1 a1 \x00") == [
        ("DIGIT", 0, 1),
        ("", 2, 3),
        ("DIGIT", 3, 4),
        ("", 5, 6),
    ]


def test_a_lexicon_can_be_stored() -> None:
    assert lexicon.restore(lexicon.dump(_LEXICON)) == _LEXICON
