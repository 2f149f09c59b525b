"""Nouns that only name another one: "certificate course", "degree program"."""

from spec_parser.fields.qualifications.kinds import NAMING
from spec_parser.fields.qualifications.words import Word

_SCHOOLS = frozenset({"PROGRAMME", "COURSE", "APPRENTICESHIP", "SCHOOL"})


def naming_nouns_told(words: list[Word]) -> list[Word]:
    """The words, with nouns that only name another one as plain words: "certificate course", "degree program"."""
    if all(word.type not in _SCHOOLS for word in words):
        return words
    named: list[Word] = []
    naming = False
    for word in reversed(words):
        plain = naming and word.type in NAMING
        named.append(Word("WORD", word.start, word.end) if plain else word)
        naming = plain or word.type in _SCHOOLS
    return named[::-1]
