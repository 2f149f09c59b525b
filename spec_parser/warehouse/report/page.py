"""The page of a warehouse's report."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from spec_parser.plotting.charts import Bar, bars, columns, dollars
from spec_parser.plotting.page import page_of, section, table, tiles
from spec_parser.warehouse.report.facts import Facts, Rung, YearsRequired

_LONGEST = 40


def page(facts: Facts, name: str) -> str:
    """The whole page as HTML.

    Args:
        facts: what it tells.
        name: of the folder or warehouse, for its reader.
    """
    return page_of(
        "Class specifications: first questions",
        (
            _head(facts, name),
            section("Yearly pay by bargaining unit", _pay(facts)),
            section("Steps of ladders", _ladders(facts)),
            section("Years of experience required by occupational group", _required(facts)),
            section("Revisions by year", columns(facts.years, "Revisions by year")),
            section("Most reused duties", _duties(facts)),
        ),
    )


def _head(facts: Facts, name: str) -> str:
    counts = facts.counts
    figures = (
        (counts.classes, "current classes"),
        (counts.revisions, "revisions"),
        (counts.paid, "classes with pay"),
        (counts.duties, "duties of current classes"),
        (counts.findings, "findings of current classes"),
    )
    return f"<header><h1>Class specifications</h1><p>First questions to {escape(name)}.</p></header>\n{tiles(figures)}"


def _pay(facts: Facts) -> str:
    found = [
        Bar(
            _short(one.unit),
            float(one.highest),
            f"{_range(one.lowest, one.highest)}, {_counted(one.classes)}",
            float(one.lowest),
        )
        for one in facts.pay
    ]
    return _note("From the lowest to the highest pay of current classes; placeholders do not count.") + bars(
        found, "Yearly pay by bargaining unit", label_width=200, room=230
    )


def _ladders(facts: Facts) -> str:
    if not facts.ladders:
        return '<p class="none">No series has pay on two levels.</p>'
    note = _note("Each level's yearly pay, and how much more its lower end is than on the level below.")
    return note + "\n".join(_ladder(series, rungs) for series, rungs in facts.ladders)


def _ladder(series: str, rungs: Sequence[Rung]) -> str:
    plot = bars([_rung(rung) for rung in rungs], f"Levels of {series}", label_width=90, room=220)
    return f"<h3>{escape(series)}</h3>\n{plot}"


def _rung(rung: Rung) -> Bar:
    step = "" if rung.step is None else f", {rung.step:+.1f}%"
    shown = _range(rung.lowest, rung.highest) + step
    return Bar(f"Level {rung.level}", float(rung.highest), shown, float(rung.lowest))


def _range(lowest: Decimal, highest: Decimal) -> str:
    return f"{dollars(lowest)} to {dollars(highest)}" if lowest < highest else dollars(lowest)


def _required(facts: Facts) -> str:
    found = [
        Bar(
            _short(one.group),
            float(one.average),
            f"{_years(one)}, {_counted(one.classes)}",
        )
        for one in facts.required
    ]
    note = _note("General experience, on average; in parentheses the least and the most.")
    return note + bars(found, "Years of experience required by occupational group", label_width=290, room=190)


def _duties(facts: Facts) -> str:
    what = (
        "Duties in nearly the same words count as one." if facts.nearly else "Duties in the same words, to the letter."
    )
    rows = ([f"{one.classes:,}", escape(one.text)] for one in facts.duties)
    return _note(what) + table(["Classes", "Duty"], rows)


def _note(text: str) -> str:
    return f'<p class="none">{escape(text)}</p>\n'


def _counted(classes: int) -> str:
    return "1 class" if classes == 1 else f"{classes:,} classes"


def _years(one: YearsRequired) -> str:
    if one.least == one.most:
        return "1 year" if one.most == 1 else f"{_plain(one.most)} years"
    return f"{one.average:.1f} years ({_plain(one.least)} to {_plain(one.most)})"


def _plain(years: Decimal) -> str:
    return f"{years.normalize():f}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
