"""Sentences that were drawn together with their trees against what is read from them, offsets included."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml

from spec_parser.generator.sentences import Sentence, sentence
from tests.fields.qualifications.harness import read

_CAUSES = yaml.safe_load((Path(__file__).parent / "drawn" / "not_yet.yaml").read_text(encoding="utf-8"))
NOT_YET = {seed: cause["reason"] for cause in _CAUSES for seed in cause["seeds"]}


def _drawn(number: int) -> dict[int, Sentence]:
    """So many different sentences by their seeds, from 0 on."""
    found: dict[str, int] = {}
    for seed in count():
        found.setdefault(sentence(seed).text, seed)
        if len(found) == number:
            break
    return {seed: sentence(seed) for seed in found.values()}


def _parameter(seed: int, drawn: Sentence) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=NOT_YET[seed])] if seed in NOT_YET else []
    return pytest.param(drawn, id=f"{seed}: {drawn.text[:80]}", marks=marks)


DRAWN = _drawn(300)


@pytest.mark.parametrize("drawn", [_parameter(seed, one) for seed, one in DRAWN.items()])
def test_a_drawn_sentence_gives_exactly_its_tree(drawn: Sentence) -> None:
    understanding = read(drawn.text, drawn.breaks)
    assert (understanding.understood, understanding.expression) == (drawn.understood, drawn.expression)


def test_what_is_not_read_yet_is_among_the_drawn() -> None:
    assert NOT_YET.keys() <= DRAWN.keys()
