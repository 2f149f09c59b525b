"""duties.ndjson: duties that several classes have in nearly the same words."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.archive import likeness
from spec_parser.archive.duties import ALIKE
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.validation import validator
from tests.archive.archives import lasting
from tests.archive.naming import Spec, converted, lines

SPECS = (
    Spec(
        "1001AR", "Kelp Clerk", duties=("Assists in preparation of the harbor budget;", "Trims lamps;", "Keeps a log.")
    ),
    Spec("1002AR", "Kelp Agent", duties=("Trims lamps and wicks;", "Assists in preparation of harbor budgets;")),
    Spec("1003AR", "Kelp Chief", "Rows.", "01/02/2012", duties=("ASSISTS IN PREPARATION OF THE HARBOR BUDGET.",)),
    Spec("1003AR", "Kelp Chief", duties=("Mends nets.", "Assists in the preparation of the harbor budget")),
    Spec("1004AR", "Net Mender", duties=("Rows out twice a day;", "Rows out twice each day;")),
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted(tmp_path_factory.mktemp("duties"), SPECS)


def test_near_identical_duties_of_several_classes_are_one_group(out: Path) -> None:
    assert lines(out / "duties.ndjson") == [
        {
            "text": "Assists in preparation of the harbor budget",
            "classes": 3,
            "duties": [
                {"key": key, "code": key.split("/")[1], "ordinal": ordinal, "text": text, "likeness": alike}
                for key, ordinal, text, alike in (
                    ("us-ct/1001AR/2020-01-02", 1, "Assists in preparation of the harbor budget", 100),
                    ("us-ct/1002AR/2020-01-02", 2, "Assists in preparation of harbor budgets", 79),
                    ("us-ct/1003AR/2012-01-02", 1, "ASSISTS IN PREPARATION OF THE HARBOR BUDGET.", 100),
                    ("us-ct/1003AR/2020-01-02", 2, "Assists in the preparation of the harbor budget", 86),
                )
            ],
        }
    ]


def test_a_group_satisfies_its_schema(out: Path) -> None:
    for line in lines(out / "duties.ndjson"):
        assert validator("duty-group").is_valid(line)


def test_the_order_of_the_sources_makes_no_difference(out: Path, tmp_path: Path) -> None:
    assert lasting(converted(tmp_path, SPECS[::-1]))["duties.ndjson"] == lasting(out)["duties.ndjson"]


def test_what_differs_by_a_word_falls_into_a_common_bucket() -> None:
    """A thousand sentences of ten words and more, each beside one with a word changed."""
    dice = Random(1)
    words = [
        word
        for name in ("objects", "manners", "duty_verbs")
        for phrase in vocabulary().phrases[name]
        for word in phrase.split()
    ]
    pairs = []
    for _ in range(1_000):
        sentence = [dice.choice(words) for _ in range(dice.randint(12, 20))]
        other = [*sentence]
        other[dice.randrange(len(other))] = dice.choice(words)
        pairs.append((likeness.plain(" ".join(sentence)), likeness.plain(" ".join(other))))
    alike = [pair for pair in pairs if likeness.likeness(*pair) >= ALIKE]
    found = sum(
        bool(set(zip(range(99), one, strict=False)) & set(zip(range(99), other, strict=False)))
        for one, other in zip(
            likeness.buckets([one for one, _ in alike]), likeness.buckets([other for _, other in alike]), strict=True
        )
    )
    assert len(alike) > 500
    assert found >= 0.99 * len(alike)


@pytest.mark.property
@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_share_that_both_have(one: str, other: str) -> None:
    first, second = likeness.plain(one), likeness.plain(other)
    assert likeness.likeness(first, second) == likeness.likeness(second, first)
    assert 0 <= likeness.likeness(first, second) <= 100
    assert (likeness.likeness(first, second) == 100) == (likeness.runs(first) == likeness.runs(second))
