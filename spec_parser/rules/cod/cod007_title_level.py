"""COD007: the level of the title against the one that the guidelines tell from others."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spec_parser.rules.problem import Problem
from spec_parser.rules.ref.distinctions import distinctions
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

RULE = Rule(
    code="COD007",
    name="title-level",
    severity="warning",
    summary="The title has another level than the class that the guidelines tell from others.",
    details=(
        "“The … Coordinator 2 is distinguished from …” in the purpose or the guidelines, where the title is that of"
        " another level of the same series. Info where the class of the title is named there too, as the one that the"
        " other is distinguished from: guidelines may be the same text in the specifications of all levels. Guidelines"
        " that tell the title's own level from another are right, whatever else they say."
    ),
    reason=(
        "A title is one figure away from another class of the series, with other pay and other requirements. The"
        " guidelines are the only other place in the text that names the level."
    ),
    example="Lighthouse Program Coordinator 3 (4312AR)",
    mended="Lighthouse Program Coordinator 2 (4312AR)",
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def check(subject: Subject) -> Iterator[Problem]:
    """The levels that the guidelines tell from others, if the title's is none of them."""
    identity, title = subject.content.job_class, subject.printed("/job_class/title")
    if identity.level is None or title is None:
        return
    told = _told(subject)
    if not told or any(level == identity.level for _, _, level in told):
        return
    value, found, _ = told[0]
    is_other = any(level == identity.level for level in _named(subject))
    yield value.problem(
        f"“{found[0]}” is what is told from other classes here; the title is “{title.text}”: which is right?",
        *found.span(),
        also=title.stretches,
        severity="info" if is_other else "warning",
    )


def _told(subject: Subject) -> list[tuple[Value, re.Match[str], int]]:
    """The levels of the series before “is distinguished from”, with their places."""
    form = _leveled(subject)
    found = []
    for value, sentence, start, _ in distinctions(subject):
        before = list(form.finditer(value.text, sentence, start))
        found += [(value, one, _level(one["level"])) for one in before[-1:]]
    return found


def _named(subject: Subject) -> Iterator[int]:
    """The levels of the series that are named there at all."""
    form = _leveled(subject)
    for passage in subject.passages_of("guidelines", "purpose"):
        for found in form.finditer(passage.value.text):
            yield _level(found["level"])


def _leveled(subject: Subject) -> re.Pattern[str]:
    return _compiled(subject.content.job_class.series or "")


def _level(printed: str) -> int:
    return int(printed) if printed.isdecimal() else _ROMAN.index(printed.lower()) + 1


@lru_cache(maxsize=64)
def _compiled(series: str) -> re.Pattern[str]:
    """The name of a series and a level; kinds of apostrophe and dash are alike."""
    name = re.escape(series.replace("’", "'").replace("–", "-").replace("—", "-"))
    name = name.replace("'", "['’]").replace(r"\-", "[-–—]")
    return re.compile(rf"(?<!\w){name} (?P<level>[1-9]|(?a:{'|'.join(_ROMAN)}))(?!\w)", re.IGNORECASE)
