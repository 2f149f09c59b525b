"""Rules that an office writes itself, in YAML: better words, phrases to avoid, sentences that must not be missing."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct, field

from spec_parser.errors import ConfigurationError
from spec_parser.model import Severity
from spec_parser.profiles.entries import HeaderKind
from spec_parser.rules.catalogue import Loaded, entries
from spec_parser.rules.pages import FAMILIES
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule, Safety
from spec_parser.rules.subject import Subject
from spec_parser.rules.written import read
from spec_parser.rules.yaml_files import entries as yaml_entries
from spec_parser.rules.yaml_files import typed

KEY = "rules"
_Said = Annotated[str, Meta(min_length=1)]


class HouseRule(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of the office: exactly one of `words`, `forbidden` and `required`.

    Attributes:
        code: capitals of the office's own, and three digits.
        name: in words that a person types.
        reason: why: the style guide, the memorandum.
        severity: of its findings.
        words: a word or phrase, and what is better.
        forbidden: words or phrases that must not stand.
        required: sentences that must stand in each of the sections.
        sections: kinds of section that it is about; all, but for `required`, which needs them.
        safe: whether the better words keep the meaning for certain.
    """

    code: Annotated[str, Meta(pattern="^[A-Z]{2,8}[0-9]{3}$")]
    name: Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
    reason: _Said
    severity: Severity = "warning"
    words: dict[_Said, str] = field(default_factory=dict)
    forbidden: tuple[_Said, ...] = ()
    required: tuple[_Said, ...] = ()
    sections: tuple[HeaderKind, ...] = ()
    safe: bool = False


def house_rules(paths: Iterable[Path]) -> tuple[Loaded, ...]:
    """The rules of some files.

    Raises:
        ConfigurationError: one line that names the file, the line and what is wrong.
    """
    found: dict[str, Loaded] = {}
    for path in paths:
        for entry in yaml_entries(path, read(path), KEY):
            one = typed(path, entry, HouseRule)
            problem = _problem(one, found)
            if problem is not None:
                raise ConfigurationError(f"{path}: line {entry.line}: {problem}")
            found[one.code] = _loaded(one)
    return tuple(found.values())


def _problem(one: HouseRule, found: dict[str, Loaded]) -> str | None:
    if one.code in found:
        return f"the code {one.code} is taken by another rule"
    if one.code.rstrip("0123456789") in FAMILIES or one.code in entries():
        return f"the code {one.code} is one of the shipped rules'; begin it with other letters, as in HOUSE001"
    if sum(map(bool, (one.words, one.forbidden, one.required))) != 1:
        return f"{one.code} needs one of `words`, `forbidden` and `required`, and no second one"
    if one.required and not one.sections:
        return f"{one.code} needs `sections`: where its sentences must stand"
    return None


def _loaded(one: HouseRule) -> Loaded:
    fix: Safety | None = None
    if one.words:
        what, example, mended = "These words have better ones.", *next(iter(one.words.items()))
        fix = "safe" if one.safe else "unsafe"
        listed = [f"“{old}”: “{new}”" for old, new in one.words.items()]
    elif one.forbidden:
        what, example, mended = "These phrases must not stand.", one.forbidden[0], ""
        listed = [f"“{phrase}”" for phrase in one.forbidden]
    else:
        what, example, mended = "These sentences must stand.", "", one.required[0]
        listed = [f"“{sentence}”" for sentence in one.required]
    where = f" In {', '.join(one.sections)}." if one.sections else ""
    details = f"{what}{where} {'; '.join(listed)}."
    rule = Rule(one.code, one.name, one.severity, what, details, one.reason, example, mended, fix)
    if one.required:
        return Loaded(rule, partial(_required, one))
    return Loaded(rule, partial(_words, one, _phrases(one.words or one.forbidden)))


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds any of some phrases, long ones first, as whole words."""
    ordered = sorted((" ".join(phrase.split()) for phrase in phrases), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)


def _words(one: HouseRule, pattern: re.Pattern[str], subject: Subject) -> Iterator[Problem]:
    better = {" ".join(old.lower().split()): new for old, new in one.words.items()}
    for passage in subject.passages:
        if one.sections and passage.kind not in one.sections:
            continue
        for found in pattern.finditer(passage.value.text):
            new = better.get(found[0].lower())
            if new is None:
                yield passage.value.problem(f"“{found[0]}” is not to stand here. {one.reason}", *found.span())
            else:
                written = new[:1].upper() + new[1:] if found[0][0].isupper() else new
                said = f"write “{written}”" if written else "leave it out"
                yield passage.value.problem(f"“{found[0]}”: {said}. {one.reason}", *found.span(), mend=written)


def _required(one: HouseRule, subject: Subject) -> Iterator[Problem]:
    for kind in one.sections:
        numbers = [number for number, section in enumerate(subject.content.sections) if section.kind == kind]
        stands = " ".join(passage.value.text for passage in subject.passages_of(kind)).casefold()
        for sentence in one.required:
            if " ".join(sentence.split()).rstrip(".;").casefold() in stands:
                continue
            heading = subject.heading(numbers[0]) if numbers else None
            if heading is None:
                yield Problem(f"There is no section {kind} with “{sentence}”. {one.reason}")
            else:
                yield heading.problem(f"“{heading.text}” lacks the sentence “{sentence}”. {one.reason}")
