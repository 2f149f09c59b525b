"""Two collections of revisions, whatever they hold."""

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from spec_parser.comparing import Identity, Numbered, compare_streams
from spec_parser.comparing.streams import OrderError
from spec_parser.generator import generate

_CONTENTS = [generate(seed).content for seed in range(3)]
_COLLECTIONS = st.dictionaries(
    st.builds(Identity, st.just("us-ct"), st.sampled_from("ABC"), st.sampled_from(["2001-01-01", "2002-02-02", "x"])),
    st.sampled_from(range(3)),
)


def _stream(collection: dict[Identity, int]) -> Iterator[Numbered]:
    return ((identity, _CONTENTS[number]) for identity, number in sorted(collection.items()))


@pytest.mark.property
@settings(max_examples=max(settings().max_examples // 3, 1))
@given(_COLLECTIONS, _COLLECTIONS)
def test_every_revision_that_differs_is_told_once(old: dict[Identity, int], new: dict[Identity, int]) -> None:
    expected = {}
    for identity in old.keys() | new.keys():
        shared = any(one[:2] == identity[:2] for one in old) and any(one[:2] == identity[:2] for one in new)
        if identity in old and identity in new:
            kind = "changed" if old[identity] != new[identity] else None
        else:
            kind = f"{'revision' if shared else 'class'} {'added' if identity in new else 'removed'}"
        if kind is not None:
            expected[identity] = kind
    found = list(compare_streams(_stream(old), _stream(new)))
    assert {one.identity: one.kind for one in found} == expected
    assert len(found) == len(expected)


def test_a_new_revision_is_compared_with_the_one_before_it() -> None:
    first, second, third = (Identity("us-ct", "A", day) for day in ("2001-01-01", "2002-02-02", "2003-03-03"))
    old = {first: 0, third: 0}
    found = list(compare_streams(_stream(old), _stream({**old, second: 1})))
    assert [(one.kind, one.identity, one.before) for one in found] == [("revision added", second, first)]
    assert found[0].comparison is not None
    assert (found[0].comparison.old, found[0].comparison.new) == (_CONTENTS[0], _CONTENTS[1])


def test_revisions_out_of_order_are_refused() -> None:
    stream = [(Identity("us-ct", code, "x"), _CONTENTS[0]) for code in "BA"]
    with pytest.raises(OrderError, match=r"^us-ct/A comes after us-ct/B"):
        list(compare_streams(stream, []))


def test_memory_does_not_grow_with_the_collections() -> None:
    assert _memory(2_000) < 1.5 * _memory(200) + 100_000


def _memory(classes: int) -> int:
    """Bytes at most while so many classes are compared, each of them changed."""

    def stream(date: str) -> Iterator[Numbered]:
        for number in range(classes):
            content = structs.replace(_CONTENTS[0], effective_date=date)
            yield Identity("us-ct", f"{number:06d}", "x"), content

    tracemalloc.start()
    try:
        same = sum(1 for _ in compare_streams(stream("2001-01-01"), stream("2001-01-01")))
        assert same == 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
