"""Every example of docs/qualifications.md is read as the guide shows it."""

from typing import get_args

import pytest
from msgspec import to_builtins

from spec_parser.model import Expression
from tests.fields.qualifications.harness import Case, examples, found, read, statement, told
from tests.fields.qualifications.offsets import faults, nodes


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"][:80]) for case in examples()])
def test_an_example_is_read_as_the_guide_shows(case: Case) -> None:
    assert found(case) == told(case)
    asked = statement(case)
    assert faults(read(*asked).expression, asked.text) == []


def test_the_guide_has_an_example_of_every_node() -> None:
    trees = [to_builtins(tree) for case in examples() if (tree := read(*statement(case)).expression)]
    assert {node["type"] for tree in trees for node in nodes(tree)} == {
        kind.__struct_config__.tag for kind in get_args(Expression)
    }
