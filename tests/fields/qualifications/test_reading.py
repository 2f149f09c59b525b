"""Every sentence of the case files, of the guide and of the generator gives the tree that it was written with."""

import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from msgspec import to_builtins

from spec_parser.fields.qualifications import Understanding
from spec_parser.fields.readers import FieldReaders
from spec_parser.generator.sentences import sentence
from spec_parser.model import Expression
from spec_parser.profiles.loading import load
from tests.fields.qualifications.harness import KINDS, Case, cases, parameters
from tests.fields.qualifications.offsets import faults
from tests.fields.qualifications.short_form import as_detailed_as, shortened
from tests.properties.expressions import check, nodes

GUIDE = Path(__file__).parents[3] / "docs" / "qualifications.md"
EXAMPLES: tuple[Case, ...] = tuple(
    yaml.safe_load(block) for block in re.findall("```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
)
ALL = [
    *parameters(expect_failures=True),
    *(pytest.param(case, id=f"guide: {case['text'][:60]}") for case in EXAMPLES),
]
GENERATED = 300


@cache
def _readers() -> FieldReaders:
    return FieldReaders(load())


def read(text: str, breaks: tuple[int, ...] = ()) -> Understanding:
    """What a text says by Connecticut's profile."""
    return _readers().expression(text, breaks)


def texts() -> list[str]:
    """The texts of all cases and examples."""
    return [case["text"] for case in (*EXAMPLES, *(case for kind in KINDS for case in cases(kind)))]


@pytest.mark.parametrize("case", ALL)
def test_a_sentence_gives_the_tree_of_its_case(case: Case) -> None:
    found = read(case["text"])
    expected = case.get("expression")
    tree: Any = None if found.expression is None else shortened(found.expression, case["text"])
    assert as_detailed_as(expected, tree) == expected
    assert found.understood == case.get("understood", "whole")
    assert faults(found.expression, case["text"]) == []
    if found.expression is not None:
        check(to_builtins(found.expression), case["text"])


@pytest.mark.parametrize("seed", range(GENERATED))
def test_a_generated_sentence_gives_the_tree_it_was_made_with(seed: int) -> None:
    made = sentence(seed)
    assert read(made.text) == (made.understood, made.expression)


def test_the_guide_has_an_example_of_every_node() -> None:
    shown = {node["type"] for case in EXAMPLES for node in nodes(case["expression"])}
    assert shown == {kind.__struct_config__.tag for kind in get_args(Expression)}
