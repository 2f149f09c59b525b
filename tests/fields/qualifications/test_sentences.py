"""Every sentence of the case files against what is read from it."""

import pytest

from tests.fields.qualifications.harness import READ, Case, found, parameters, read, statement, told
from tests.fields.qualifications.offsets import faults


@pytest.mark.parametrize("case", parameters(READ, expect_failures=True))
def test_a_sentence_is_read_as_its_case_tells(case: Case) -> None:
    assert found(case) == told(case)


@pytest.mark.parametrize("case", parameters(READ, expect_failures=False))
def test_offsets_keep_their_rules_however_a_sentence_is_read(case: Case) -> None:
    asked = statement(case)
    assert faults(read(*asked).expression, asked.text) == []
