"""duties.ndjson: duties that several classes have in nearly the same words."""

from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rensa import RMinHash

from spec_parser.archive import alike, likeness
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
    near = [pair for pair in pairs if likeness.share(*map(likeness.runs, pair)) >= alike.ALIKE]
    left, right = (likeness.digests([pair[side] for pair in near]) for side in (0, 1))
    together = [False] * len(near)
    for bands in zip(left.buckets, right.buckets, strict=True):
        for place, (first, second) in enumerate(zip(*bands, strict=True)):
            together[place] |= first == second
    assert len(near) > 500
    assert sum(together) >= 0.99 * len(near)
    assert all(map(likeness.may_be_alike, _sketches(left), _sketches(right)))


@given(st.one_of(st.text("ab c", min_size=1, max_size=60), st.text("ab é𐐀", min_size=1, max_size=20)))
def test_a_text_is_hashed_by_its_runs_whatever_its_letters(words: str) -> None:
    runs = sorted({words[start : start + 4] for start in range(max(1, len(words) - 3))})
    assert likeness.runs(words) == {int.from_bytes(run.encode(), "little") for run in runs}
    (digest,) = RMinHash.digests_from_token_sets([runs], likeness.SKETCH, 1)
    assert likeness.digests([words]).sketches == bytes(number & 0xFF for number in digest)


def _sketches(found: likeness.Digests) -> list[int]:
    size = likeness.SKETCH
    return [int.from_bytes(found.sketches[at : at + size], "little") for at in range(0, len(found.sketches), size)]


@pytest.mark.property
@given(st.binary(min_size=likeness.SKETCH, max_size=likeness.SKETCH), st.data())
def test_sketches_are_told_apart_by_how_many_bytes_differ(sketch: bytes, data: st.DataObject) -> None:
    changed = data.draw(st.sets(st.integers(0, likeness.SKETCH - 1)))
    other = bytes(byte ^ data.draw(st.integers(1, 255)) if at in changed else byte for at, byte in enumerate(sketch))
    one, two = (int.from_bytes(value, "little") for value in (sketch, other))
    assert likeness.may_be_alike(one, two) == (len(changed) <= 50)


def test_texts_of_many_batches_and_parts_are_grouped_as_those_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = Random(2)
    words = [word for phrase in vocabulary().phrases["objects"] for word in phrase.split()]
    sentences = [[dice.choice(words) for _ in range(12)] for _ in range(60)]
    texts = [" ".join([*sentences[dice.randrange(60)][:-1], dice.choice(words)]) for _ in range(400)]

    def leaders(size: int) -> list[int]:
        with closing(alike.Hashed()) as hashed:
            for at in range(0, len(texts), size):
                hashed.add(texts[at : at + size])
            found = alike.grouped(hashed, lambda number: texts[number - 1])
        return [found.of(number) for number in range(1, len(texts) + 1)]

    whole = leaders(1000)
    assert 30 <= len(set(whole)) <= 200
    monkeypatch.setattr(alike, "_COUNTED", 50)
    assert leaders(7) == whole


@pytest.mark.property
@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_share_that_both_have(one: str, other: str) -> None:
    first, second = (likeness.runs(likeness.plain(text)) for text in (one, other))
    assert likeness.share(first, second) == likeness.share(second, first)
    assert 0 <= likeness.share(first, second) <= 100
    assert (likeness.share(first, second) == 100) == (first == second)
