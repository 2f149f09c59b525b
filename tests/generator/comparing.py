"""Generated specifications against what is read from their pages."""

from functools import lru_cache
from typing import Any, NamedTuple

import spec_parser
from spec_parser.generator import DAMAGES, Truth, generate
from spec_parser.model import JobClass
from spec_parser.render import DIALECTS, Style, carried, forget, render_text, torn


class Reading(NamedTuple):
    """A specimen and what was read from it; both as plain JSON types, less what was lost on the way.

    Attributes:
        truth: what the specimen says.
        expected: what of it a page of its dialect carries and its damage did not destroy.
        found: what was read, less the same.
        whole: whether everything that the dialect carries was read.
        warnings: codes of the findings of severity warning or error, sorted.
        remarks: codes of all findings, sorted.
        torn: whether a wrap has made a bullet of a dash between words.
    """

    truth: Truth
    expected: dict[str, Any]
    found: dict[str, Any]
    whole: bool
    warnings: tuple[str, ...]
    remarks: tuple[str, ...]
    torn: bool


@lru_cache(maxsize=512)
def truth(seed: int) -> Truth:
    return generate(seed)


def page(seed: int, dialect: str, damage: str | None = None) -> str:
    text = render_text(truth(seed).content, dialect, style=Style.seeded(seed))
    return text if damage is None else DAMAGES[damage](text, seed)


def read(seed: int, dialect: str = "A", damage: str | None = None) -> Reading:
    made = truth(seed)
    printed = page(seed, dialect)
    record = _record(page(seed, dialect, damage))
    expected = carried(made.content, dialect, made.content, printed)
    found = carried(record.content, dialect, made.content, printed)
    whole = expected == found
    tears = torn(dialect, made.content, printed)
    if damage is not None and damage.startswith("wrap-") and _dashes(page(seed, dialect, damage)) > _dashes(printed):
        tears = True
        for plain in (expected, found):
            forget(plain, ("/sections", "/minimum_qualifications", "/cancellation", "/duties"))
    if damage is not None:
        for plain in (expected, found):
            forget(plain, DAMAGES[damage].destroys)
    warnings = tuple(sorted(finding.code for finding in record.findings if finding.severity != "info"))
    remarks = tuple(sorted(finding.code for finding in record.findings))
    return Reading(made, expected, found, whole, warnings, remarks, tears)


def shows_enough(seed: int, dialect: str) -> bool:
    """Whether a page shows two signs of a class specification; without headers one can have too few."""
    content = truth(seed).content
    coded = (content.occupational_group, content.bargaining_unit, content.eeo_category)
    signs = (
        content.job_class.title and content.job_class.code,
        content.pay and content.pay.kind,
        any(field and field.code for field in coded),
        content.cancellation and content.cancellation.kind,
        content.footer,
    )
    return DIALECTS[dialect].headers != "none" or sum(map(bool, signs)) > 1


def _dashes(text: str) -> int:
    """How many lines begin with a dash, which a bullet may be or a dash between words."""
    return sum(line.lstrip().startswith(("-", "–")) for line in text.splitlines())


def _record(text: str) -> JobClass:
    (record,) = spec_parser.parse(text).records
    return record
