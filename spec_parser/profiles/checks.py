"""What the types of a profile cannot say: its regular expressions compile, and nothing is named twice."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from spec_parser.profiles.profile import Profile, ReferenceWords

Entry = tuple[str, str]
"""The place of a text in the profile (`headers[3].names[0]`), and the text."""


def first_problem(profile: Profile) -> str | None:
    """The first thing wrong with the profile, as `place: what is wrong; what to do`; None where all is well."""
    return next(_problems(profile), None)


def _problems(profile: Profile) -> Iterator[str]:
    for place, pattern in _patterns(profile):
        yield from _pattern_problems(place, pattern)
    yield from _repeats(
        (f"headers[{i}].{what}[{j}]", name)
        for i, header in enumerate(profile.headers)
        for what, names in (("names", header.names), ("run_in", header.run_in))
        for j, name in enumerate(names)
    )
    yield from _repeats(_listed("stems", profile.stems))
    yield from _repeats(_listed("prepositions", profile.prepositions))
    # Triggers are looked for as they stand: "Section" and "section" are two.
    yield from _repeats(_listed("citation_triggers", profile.citation_triggers), as_printed=True)
    yield from _repeats(_listed("duty_verbs.words", profile.duty_verbs.words))
    yield from _repeats(
        entry
        for name, words in msgspec.structs.asdict(profile.statement_words).items()
        for entry in _listed(f"statement_words.{name}", words)
    )
    yield from _repeats(_listed("pay.weekly_hours", profile.pay.weekly_hours))


def _patterns(profile: Profile) -> Iterator[Entry]:
    """Every regular expression of the profile, with its place."""
    for name, value in msgspec.structs.asdict(profile.lines).items():
        if isinstance(value, str):
            yield f"lines.{name}", value
        else:
            yield from _listed(f"lines.{name}", value)
    yield "complete_statement", profile.complete_statement
    for number, claim in enumerate(profile.claims):
        yield f"claims[{number}].words", claim.words
    yield from _of_references(profile.references)
    yield "duty_verbs.openers", profile.duty_verbs.openers
    for kind, pattern in profile.evident.items():
        yield f"evident.{kind}", pattern
    for number, sign in enumerate(profile.conventions.signs):
        yield f"conventions.signs[{number}].words", sign.words
    yield "conventions.decision_numbers.form", profile.conventions.decision_numbers.form
    for grammar, terminals in profile.terminals.items():
        for terminal, pattern in terminals.items():
            yield f"terminals.{grammar}.{terminal}", pattern


def _of_references(words: ReferenceWords) -> Iterator[Entry]:
    for number, introduction in enumerate(words.introductions):
        yield f"references.introductions[{number}].pattern", introduction.pattern
    yield "references.continuation", words.continuation
    yield "references.followers", words.followers
    yield from _listed("references.licences", words.licences)
    yield from _listed("references.bargaining_units", words.bargaining_units)


def _pattern_problems(place: str, pattern: str) -> Iterator[str]:
    """What is wrong with one regular expression. `re` keeps what is compiled here for the reading of lines."""
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        where = "" if error.pos is None else f" at character {error.pos + 1}"
        yield f"{place}: this regular expression does not compile: {error.msg}{where}; mend it there"
    else:
        if compiled.fullmatch(""):
            yield f"{place}: this regular expression matches an empty text; make a part of it compulsory"
        # It is put together with others into one: its groups would be counted, its flags would apply, to all of them.
        if compiled.groups:
            yield f"{place}: this regular expression has a group that captures; write the group as (?:...)"
        if compiled.flags & ~re.UNICODE:
            yield f"{place}: this regular expression sets flags for the whole; write them for a part, as in (?i:...)"


def _repeats(entries: Iterable[Entry], *, as_printed: bool = False) -> Iterator[str]:
    """Texts that stand twice: with white space cleaned and in capitals, or as printed."""
    seen: dict[str, str] = {}
    for place, text in entries:
        first = seen.setdefault(text if as_printed else " ".join(text.split()).upper(), place)
        if first != place:
            yield f'{place}: "{" ".join(text.split())}" stands at {first} already; take one of the two out'


def _listed(place: str, texts: tuple[str, ...]) -> Iterator[Entry]:
    return ((f"{place}[{i}]", text) for i, text in enumerate(texts))
