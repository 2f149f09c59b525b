"""The tree of an expression as a person reads it."""

from typing import Any

import pytest

from spec_parser.render.expressions import outline, tree
from tests.cases import cases
from tests.fields.qualifications.harness import read


@pytest.mark.parametrize("case", cases(__file__, "expressions"))
def test_a_tree_has_the_lines_of_its_case(case: dict[str, Any]) -> None:
    expression = read(case["text"]).expression
    assert expression is not None
    assert outline([tree(expression)]) + "\n" == case["tree"]


def test_trees_stand_one_below_the_other() -> None:
    found = read("See attached addendum.").expression
    assert found is not None
    assert outline([tree(found)] * 2, 1) == "  told elsewhere: attached addendum\n  told elsewhere: attached addendum"
