"""The values that are derived from their source, worked out a second time by other means."""

import re
import tomllib
from collections.abc import Callable
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from spec_parser.resources import PROFILES
from tests.properties.expressions import expression, nodes
from tests.properties.records import Record, clean, resolve
from tests.properties.strategies import HEADERS


class Derived(NamedTuple):
    """A derived value, where it stands, the raw stretches that it is derived from and where they begin."""

    record: Record
    pointer: str
    value: Any
    raws: list[str]
    starts: list[int]

    def above(self, steps: int = 1) -> Any:
        """What the value stands in."""
        return resolve(self.record, self.pointer.rsplit("/", steps)[0])


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ROMAN = dict(zip(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], range(1, 11), strict=True))
_PROFILE: dict[str, Any] = tomllib.loads((PROFILES / "us-ct.toml").read_text(encoding="utf-8"))
_CENT = Decimal("0.01")


def _words(raws: list[str]) -> str:
    return clean(" ".join(raws))


def _date(found: Derived) -> Any:
    numbers = [int(number) for number in re.findall("[0-9]+", _words(found.raws))]
    month = re.search("[A-Za-z]{3}", _words(found.raws))
    if month is not None:
        numbers.insert(0, _MONTHS.index(month[0].lower()) + 1)
    return "{2:04d}-{0:02d}-{1:02d}".format(*numbers)


def _amount(found: Derived) -> Any:
    return str(Decimal(found.raws[0].replace(",", "")).quantize(_CENT))


def _amounts(pay: Record) -> dict[str, list[Decimal]]:
    periods = ("hourly", "biweekly", "yearly")
    return {name: [Decimal(pay[name]["min"]), Decimal(pay[name]["max"])] for name in periods if pay[name] is not None}


def _pay_kind(found: Derived) -> Any:
    amounts = _amounts(found.above())
    assert {Decimal(raw.replace(",", "")) for raw in found.raws} == {end for pair in amounts.values() for end in pair}
    if amounts.get("biweekly", [1, 1])[1] == 0 or amounts.get("yearly", [1, 1])[1] == 999999:
        return "variable"
    return "flat" if all(low == high for low, high in amounts.values()) else "range"


def _weekly_hours(found: Derived) -> Any:
    """The hours that come nearest, a cent off at most."""
    amounts = _amounts(found.above())
    yearly = amounts.get("yearly", [Decimal(0)] * 2)
    biweekly = amounts.get("biweekly") or [(end / Decimal("26.1")).quantize(_CENT, ROUND_CEILING) for end in yearly]
    off: dict[str, Decimal] = {}
    for hours in ("35", "36.25", "37.5", "40"):
        hourly = [(end / (2 * Decimal(hours))).quantize(_CENT, ROUND_CEILING) for end in biweekly]
        off[hours] = max(abs(a - b) for a, b in zip(hourly, amounts["hourly"], strict=True))
    best = min(off, key=lambda hours: off[hours])
    assert off[best] <= _CENT
    assert sum(one == off[best] for one in off.values()) == 1
    return best


def _quantity(found: Derived) -> Any:
    numeral = re.search(r"\(([^()]*)\)$", _words(found.raws))
    assert numeral is not None
    parts = re.findall(r"[0-9]+ ?/ ?[0-9]+|[0-9]+\.[0-9]+|[0-9]+", numeral[1].replace(",", ""))
    value = sum(Fraction(part.replace(" ", "")) for part in parts)
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return format(decimal.normalize(), "f")


# The first row of one of the older site's tables.
_KNOWN_ROW = re.compile(r"Class ?Code|CC\s*Final|[0-9]{4}([A-Z][A-Z0-9])? *[A-Z]{2}")


def _kind_of_section(found: Derived) -> Any:
    heading = found.above()["heading"]
    if heading is not None:
        return HEADERS.get(heading) or _kind_of_near_heading(heading)
    sections = found.record["sections"][: int(found.pointer.split("/")[2])]
    below_footer = any(section["kind"] == "footer" for section in sections)
    return _kind_by_form(_words(found.raws), found.value, below_footer=below_footer)


def _kind_by_form(raw: str, value: str, *, below_footer: bool) -> str:
    """The kind of a section without a header by its first line; below a footer only rows of codes are known."""
    evident = next((kind for kind, form in _PROFILE["evident"].items() if re.match(form, raw)), None)
    banner = re.match("We are currently accepting|To apply, please close", raw)
    title_or_pay = re.search(r"\(\s*[0-9]{4}[A-Z][A-Z0-9]\s*\)$", raw) or re.match(r"\$?\s?[0-9]", raw)
    masthead = title_or_pay or "(" in raw or re.match("State of Connecticut|Department of Administrative", raw)
    if _KNOWN_ROW.match(raw):
        return "footer" if below_footer else "masthead"
    if evident == value:
        return value
    if re.match(r"(CLASS|EST|REV)\s*:", raw):
        return "footer"
    if banner and not below_footer:
        return "banner"
    return "masthead" if value == "masthead" and masthead else "unrecognised"


def _kind_of_near_heading(heading: str) -> str:
    """The header that a wording comes from which nobody has printed before; case, colons and dashes vary."""
    run_in = {name: header["kind"] for header in _PROFILE["headers"] for name in header.get("run_in", ())}
    if heading in run_in:
        return str(run_in[heading])
    names = {_plain(name): kind for name, kind in HEADERS.items()}
    plain = _plain(heading)
    if plain in names or not heading.isupper():
        return names.get(plain, "unrecognised")
    for mistakes in range(1, 1 + (len(plain) >= 8) + (len(plain) >= 13)):
        kinds = {kind for name, kind in names.items() if _is_alike(plain, name, mistakes)}
        if kinds:
            return kinds.pop() if len(kinds) == 1 else "unrecognised"
    return "unrecognised"


def _is_alike(one: str, other: str, mistakes: int) -> bool:
    """Whether so many letters changed, left out, added or swapped make one word of the other."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    if not mistakes or not (one or other):
        return one == other
    swapped = one[:2] == other[1::-1] and len(one) > 1 and _is_alike(one[2:], other[2:], mistakes - 1)
    rests = [(one[1:], other[1:]), (one[1:], other), (one, other[1:])]
    return swapped or any(_is_alike(*rest, mistakes - 1) for rest in rests)


def _plain(name: str) -> str:
    return " ".join(re.sub("[–—]", "-", name).replace("’", "'").replace("&", "and").upper().rstrip(" :.").split())


def _section_of_note(found: Derived) -> Any:
    """The section whose header is the last one above the note."""
    provenance = found.record["provenance"]
    headings = {
        provenance[f"/sections/{number}/heading"]["spans"][0]["start"]: section["kind"]
        for number, section in enumerate(found.record["sections"])
        if section["heading"] is not None
    }
    return headings[max(start for start in headings if start < found.starts[0])]


def _understood(found: Derived) -> Any:
    """Whether a tree has what was not understood."""
    expression = found.above()["expression"]
    if expression is None:
        return "text"
    return "partial" if any(node["type"] == "unread" for node in nodes(expression)) else "whole"


def _block_type(found: Derived) -> Any:
    if all("|" in raw for raw in found.raws):
        return "table"
    if _KNOWN_ROW.match(_words(found.raws)):
        return "table"
    assert any(re.search(r"\bor\b", raw, re.IGNORECASE) for raw in found.raws)
    return "alternatives"


def _level(found: Derived) -> Any:
    """Levels follow from how far the marks of a list are indented; see `levels` in test_promises.py."""
    return found.value


def _kind_of_statement(found: Derived) -> Any:
    words: dict[str, list[str]] = _PROFILE["statement_words"]
    (kind,) = [
        kind
        for kind in ("knowledge", "skill", "ability")
        if _words(found.raws).lower() in [word.lower() for word in words[kind]]
    ]
    return kind


def _retitled(found: Derived) -> Any:
    return any(re.fullmatch("title and", _words([raw]), re.IGNORECASE) for raw in found.raws)


_ACT = re.compile(r"(?:public|special) act|p\. ?a\.", re.IGNORECASE)
_TABLE: dict[str, Callable[[Derived], Any]] = {
    "/job_class/level": lambda found: _ROMAN.get(found.raws[0]) or int(found.raws[0]),
    "/pay/(hourly|biweekly|yearly)/(min|max)": _amount,
    "/pay/kind": _pay_kind,
    "/pay/weekly_hours": _weekly_hours,
    "/designation/(service|selection)": lambda found: _words(found.raws).lower(),
    "/effective_date": _date,
    "/footer/(established|revised)": _date,
    "/cancellation/approved_effective": _date,
    "/cancellation/kind": lambda found: "replaces" if "replaces" in _words(found.raws).lower() else "new",
    "/cancellation/retitled": _retitled,
    "/cancellation/reference/kind": lambda found: found.raws[0].capitalize(),
    "/knowledge_skill_ability/[0-9]+/kind": _kind_of_statement,
    "/knowledge_skill_ability/[0-9]+/degree": lambda found: _words(found.raws).lower(),
    "/citations/[0-9]+/kind": lambda found: "act" if _ACT.match(_words(found.raws)) else "statute",
    "/minimum_qualifications/.*/quantities/[0-9]+/value": _quantity,
    "/minimum_qualifications/notes/[0-9]+/section": _section_of_note,
    "/minimum_qualifications/.*/understood": _understood,
    "/minimum_qualifications/.*/expression": expression,
    "/sections/[0-9]+/kind": _kind_of_section,
    "/sections/[0-9]+/blocks/[0-9]+/type": _block_type,
    "/sections/[0-9]+/blocks/[0-9]+/items/[0-9]+/level": _level,
}
_PATTERNS = [(re.compile(pattern), rule) for pattern, rule in _TABLE.items()]


def derive(found: Derived) -> Any:
    """The value again. A pointer that no row of the table is for is a fault."""
    for pattern, rule in _PATTERNS:
        if pattern.fullmatch(found.pointer):
            return rule(found)
    raise AssertionError(f"{found.pointer} is derived, and nobody knows how")
