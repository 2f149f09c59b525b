"""Texts that tell by their own words that they belong to another section, whose header is gone."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from spec_parser.profiles.conventions import Sign
from spec_parser.rules.dut.closing import closes
from spec_parser.rules.memory import once
from spec_parser.rules.subject import Passage, Subject

Known = tuple[Sign, re.Pattern[str]]
_DUTIES = "duties"
_NO_LISTS = ("purpose", "guidelines", "supervision_received", "supervision_exercised")
"""Sections that are no lists of duties, and above which their header stands on no page."""
_FEW = 4
"""So many items that open with verbs are duties, even where none closes the list."""


@once
def stray_texts(subject: Subject) -> tuple[tuple[str, Passage], ...]:
    """Paragraphs and items that say by the profile's signs that they are of a section that is absent, with its kind.

    The first text of a section is its own, but where a sign is one of first texts too. What follows a stray one is
    looked at as if its header were there, so that two that are gone one after the other are both told.
    """
    signs = _asked(subject)
    return tuple(_strays(subject, signs)) if signs else ()


@once
def stray_duties(subject: Subject) -> tuple[Passage, ...]:
    """The first list outside the duties whose items are duties; none where the specification has a section for them.

    A list that completes the sentence before it (`… is distinguished from it by:`) is left alone.
    """
    if any(section.kind == _DUTIES for section in subject.content.sections):
        return ()
    for items in subject.lists_of(*_NO_LISTS):
        if _are_duties(subject, items) and subject.heading(items[0].section) is not None:
            return tuple(items)
    return ()


def _asked(subject: Subject) -> tuple[Sign, ...]:
    """The signs of sections that the specification does not have."""
    there = {section.kind for section in subject.content.sections}
    return tuple(
        sign
        for sign in subject.profile.conventions.signs
        if sign.section not in there and there.isdisjoint(sign.unless)
    )


def _strays(subject: Subject, signs: tuple[Sign, ...]) -> Iterator[tuple[str, Passage]]:
    known = _by_kind(signs)
    section, kind = -1, ""
    for passage in subject.passages:
        is_first = passage.section != section
        if is_first:
            section, kind = passage.section, passage.kind
        if kind not in known or passage.block not in ("paragraph", "list"):
            continue
        found = _told(passage, known[kind], is_first=is_first)
        if found is not None and subject.heading(section) is not None:
            kind = found
            yield found, passage


def _told(passage: Passage, known: tuple[Known, ...], *, is_first: bool) -> str | None:
    """The section that a text says it belongs to."""
    text, is_item = passage.value.text, passage.block == "list"
    for sign, form in known:
        if (sign.items or not is_item) and (sign.first or not is_first) and form.match(text):
            return sign.section
    return None


def _are_duties(subject: Subject, items: list[Passage]) -> bool:
    """Whether items open with the verbs of duties, and are closed as duties are; or nearly all do, and are many."""
    first = items[0]
    around = [one for one in subject.passages if one.section == first.section]
    before = next((one for one, following in pairwise(around) if following is first), None)
    if before is not None and before.block == "paragraph" and before.value.text.rstrip().endswith(":"):
        return False
    outer = [item.value.text for item in items if item.level == 1 and not item.value.text.isupper()]
    others = [text for text in outer if subject.readers.duty_verb(text).value is None]
    if any(closes(one.value.text) for one in around):
        return 2 * len(others) < len(outer)
    return 4 * len(others) < len(outer) >= _FEW and before is not None and first.kind != "guidelines"


@lru_cache(maxsize=64)
def _by_kind(signs: tuple[Sign, ...]) -> dict[str, tuple[Known, ...]]:
    """The signs by the sections under which they are looked for."""
    kinds = {kind for sign in signs for kind in sign.under}
    return {kind: tuple((sign, re.compile(sign.words)) for sign in signs if kind in sign.under) for kind in kinds}
