"""Every row of every table of bad examples: its texts fail, and get its message."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spec_parser import grammar
from spec_parser.fields import parsing
from spec_parser.fields.explaining import bad_examples
from spec_parser.fields.parsing import FieldParser
from spec_parser.fields.reading import Problem
from spec_parser.profiles.loading import load

NAMES = (
    "cancellation", "class_row", "code_row", "coded_field", "date", "designation",
    "footer", "numbers", "pay", "salary_group", "title",
)  # fmt: skip
ROWS = [
    pytest.param(name, row.message, text, id=f"{name}: {text}")
    for name in NAMES
    for row in bad_examples(name).errors
    for text in row.texts
]


class _Anything:
    """A builder that makes nothing of any rule."""

    def __getattr__(self, _: str) -> Callable[[list[Any]], list[Any]]:
        return list


@pytest.fixture(scope="module")
def parsers() -> dict[str, FieldParser[object]]:
    return {name: FieldParser(name, load().grammar_terminals(name), _Anything()) for name in NAMES}


@pytest.mark.parametrize(("name", "message", "text"), ROWS)
def test_a_bad_example_gets_the_message_of_its_row(
    parsers: dict[str, FieldParser[object]], name: str, message: str, text: str
) -> None:
    problem = parsers[name].parse(text)
    assert isinstance(problem, Problem)
    before, _, after = message.partition("{found}")
    assert problem.message.startswith(before)
    assert problem.message.endswith(f"{after} Expected is {bad_examples(name).expected}.")
    assert problem.code == f"{name.replace('_', '-')}-unread"


def test_every_table_is_tested_and_belongs_to_a_grammar() -> None:
    tables = {path.stem for path in (Path(parsing.__file__).parent / "bad_examples").glob("*.toml")}
    assert tables == set(NAMES)
    assert tables <= set(grammar.names())
