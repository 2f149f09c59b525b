"""The words that invented specifications are made of, read from `vocabulary.toml`."""

import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec


class Codes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes and the names that go with them.

    Attributes:
        suffixes: of class codes.
        salary_groups: as printed; `#` stands for a digit.
        designations: as printed, the service, and how positions are filled (empty: not said).
        occupational_groups: code and name.
        bargaining_units: code, name, and unit (empty: none).
        eeo_categories: code and name.
    """

    suffixes: tuple[str, ...]
    salary_groups: tuple[str, ...]
    designations: tuple[tuple[str, str, str], ...]
    occupational_groups: tuple[tuple[str, str], ...]
    bargaining_units: tuple[tuple[str, str, str], ...]
    eeo_categories: tuple[tuple[str, str], ...]


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases by the name of their list, and codes. A name in braces in a phrase stands for one of that list."""

    phrases: dict[str, tuple[str, ...]]
    codes: Codes


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    text = Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Vocabulary)
