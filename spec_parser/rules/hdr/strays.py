"""Texts that can be told to belong to another section than the one they stand in."""

import re
from bisect import bisect_left
from functools import lru_cache

from spec_parser.rules.hdr.headers import UNKNOWN
from spec_parser.rules.memory import once
from spec_parser.rules.subject import Passage, Subject
from spec_parser.rules.value import Value

_ABOVE = ("supervision_received", "supervision_exercised", "duties")
"""Sections below which statements of knowledge stand."""


@once
def stray_statements(subject: Subject) -> tuple[Passage, ...]:
    """The items among the duties, or in the sections above, from the first one on that opens as statements do.

    None where the specification has a section for them.
    """
    if any(section.kind == "knowledge_skill_ability" for section in subject.content.sections):
        return ()
    stems = tuple(stem for stem in subject.profile.stems if " " in stem)
    for items in subject.lists_of(*_ABOVE):
        for at, item in enumerate(items):
            if item.value.text.startswith(stems) and subject.heading(item.section) is not None:
                return tuple(items[at:])
    return ()


@once
def own_duties(subject: Subject) -> tuple[tuple[Passage, ...], ...]:
    """The items of each list of duties, without statements of knowledge that have lost their header."""
    strays = {item.value.pointer for item in stray_statements(subject)}
    lists = (tuple(item for item in items if item.value.pointer not in strays) for items in subject.lists_of("duties"))
    return tuple(items for items in lists if items)


@once
def stray_fields(subject: Subject) -> tuple[tuple[str, Passage], ...]:
    """Paragraphs whose form is that of a section that is absent, with its kind.

    The first text of a section is its own, but under a field that has a form, where it has not that one but another's:
    then the field's own text is gone, and the next header with it.
    """
    forms = _compiled(tuple(subject.profile.evident.items()))
    own = dict(forms)
    there = {section.kind for section in subject.content.sections}
    section, found = None, []
    for passage in subject.passages:
        is_first, section = passage.section != section, passage.section
        if passage.kind == UNKNOWN or passage.block != "paragraph":
            continue
        if is_first and (passage.kind not in own or own[passage.kind].match(passage.value.text)):
            continue
        kind = next((kind for kind, form in forms if form.match(passage.value.text)), passage.kind)
        if kind not in there and subject.heading(section) is not None:
            found.append((kind, passage))
    return tuple(found)


def holds_stray(subject: Subject, value: Value) -> bool:
    """Whether the text of another section was read into a value, as the header between them is gone."""
    starts = [passage.value.stretches[0][0] for _, passage in stray_fields(subject)]
    return any(bisect_left(starts, start) < bisect_left(starts, end) for start, end in value.stretches)


@lru_cache(maxsize=4)
def _compiled(forms: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(form)) for kind, form in forms)
