"""The generator by itself: the same seed, the same class; editions; series; arithmetic; variety."""

from collections import Counter
from datetime import date
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.generator import DAMAGES, generate, revisions, series
from spec_parser.model import Content, Pay
from spec_parser.render import DIALECTS, Style, render_text
from spec_parser.validation import errors

SEEDS = st.integers(0, 1_000_000)
CENT = Decimal("0.01")


@given(SEEDS)
def test_the_same_seed_gives_the_same_class_page_and_damage(seed: int) -> None:
    first, second = generate(seed), generate(seed)
    assert first == second
    page = render_text(first.content, style=Style.seeded(seed))
    assert page == render_text(second.content, style=Style.seeded(seed))
    assert all(damage(page, seed) == damage(page, seed) for damage in DAMAGES.values())


def test_other_seeds_give_other_classes() -> None:
    pages = [render_text(generate(seed).content) for seed in range(2_000)]
    assert len(set(pages)) == len(pages)
    duties = Counter(duty.text for seed in range(500) for duty in generate(seed).content.duties)
    once = sum(count == 1 for text, count in duties.items())
    assert once > len(duties) * 0.8


@given(SEEDS)
def test_content_satisfies_the_schema_but_for_what_it_has_not(seed: int) -> None:
    found = errors(msgspec.json.decode(msgspec.json.encode(generate(seed).content)))
    assert found == [f"/: '{name}' is a required property" for name in ("coverage", "findings", "provenance", "source")]


@given(SEEDS)
def test_whole_dollar_pay_follows_the_arithmetic(seed: int) -> None:
    pay = generate(seed).content.pay
    if pay is None or pay.kind == "variable" or pay.hourly is None or pay.biweekly is None or pay.yearly is None:
        return
    assert pay.weekly_hours is not None
    for end in ("min", "max"):
        yearly, biweekly, hourly = (Decimal(getattr(rate, end)) for rate in (pay.yearly, pay.biweekly, pay.hourly))
        fortnight = 2 * Decimal(pay.weekly_hours)
        if yearly == int(yearly) and _whole(pay):
            assert biweekly == (yearly / Decimal("26.1")).quantize(CENT, ROUND_CEILING)
            assert hourly == (biweekly / fortnight).quantize(CENT, ROUND_CEILING)
        assert abs(biweekly - yearly / Decimal("26.1")) <= CENT
        assert abs(hourly - biweekly / fortnight) <= CENT


def _whole(pay: Pay) -> bool:
    """Both ends in whole dollars: older pay, with cents, is rounded to the nearest cent."""
    return pay.yearly is not None and all(amount.endswith(".00") for amount in (pay.yearly.min, pay.yearly.max))


@given(SEEDS, st.integers(2, 6))
def test_each_edition_replaces_the_one_before(seed: int, count: int) -> None:
    editions = [truth.content for truth in revisions(seed, count)]
    assert len(editions) == count
    assert len({_code(edition) for edition in editions}) == 1
    for before, after in pairwise(editions):
        clause = after.cancellation
        assert clause is not None
        assert clause.kind == "replaces"
        if before.job_class.title is not None and after.job_class.title is not None:
            assert clause.title == before.job_class.title
            assert clause.retitled == (before.job_class.title != after.job_class.title)
        if before.salary_group is not None:
            assert clause.salary_group == before.salary_group
        if before.effective_date is not None and after.effective_date is not None:
            assert clause.approved_effective == before.effective_date
            assert date.fromisoformat(before.effective_date) < date.fromisoformat(after.effective_date)


def _code(content: Content) -> str | None:
    return content.job_class.code


@given(SEEDS, st.integers(2, 9))
def test_a_series_has_levels_that_count_up(seed: int, count: int) -> None:
    levels = [truth.content.job_class for truth in series(seed, count)]
    assert len({level.code for level in levels}) == count
    named = [level for level in levels if level.title is not None]
    assert len({level.series for level in named}) <= 1
    assert [level.level for level in levels if level.title is not None] == [
        number for number, level in enumerate(levels, start=1) if level.title is not None
    ]


def test_every_shape_occurs() -> None:
    """What FORMAT lists is met among a few hundred classes: block types, kinds of pay, of clauses, of sections."""
    contents = [generate(seed).content for seed in range(600)]
    sections = [section for content in contents for section in content.sections]
    blocks = [block for section in sections for block in section.blocks]
    assert {block.type for block in blocks} == {"paragraph", "list", "label", "note", "table", "alternatives"}
    assert {item.level for block in blocks for item in block.items} == {1, 2, 3}
    assert any(item.marker == "2." for block in blocks for item in block.items)
    assert any(clause.marker == "(b)" for block in blocks for clause in block.clauses)
    assert len({section.kind for section in sections}) == 29
    assert any(not section.blocks for section in sections)
    assert {content.pay.kind for content in contents if content.pay} == {"range", "flat", "variable"}
    assert {content.pay.weekly_hours for content in contents if content.pay} == {"35", "36.25", "37.5", "40", None}
    assert {content.cancellation.kind for content in contents if content.cancellation} == {"replaces", "new"}
    assert {citation.kind for content in contents for citation in content.citations} == {"statute", "act"}
    assert {content.job_class.level for content in contents} == {1, 2, 3, 4, None}


def test_every_damage_changes_pages() -> None:
    for damage in DAMAGES.values():
        pages = [render_text(generate(seed).content, style=Style.seeded(seed)) for seed in range(40)]
        assert any(damage(page, seed) != page for seed, page in enumerate(pages)), damage.name


def test_every_dialect_is_printed_its_own_way() -> None:
    content = generate(7).content
    assert len({render_text(content, name) for name in DIALECTS}) == len(DIALECTS)
