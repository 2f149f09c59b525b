"""TYP009: an acronym whose letters are not the initials of the words before it, by one slip."""

from collections.abc import Iterator

from spec_parser.model import Severity
from spec_parser.rules.law.slips import is_slip
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.rules.typ.acronyms import acronyms, initials

RULE = Rule(
    code="TYP009",
    name="acronym-letters",
    severity="warning",
    summary="The letters of an acronym are not the initials of the words before it, by one slip.",
    details=(
        "`Certified Harbor Pilot (CPH)`: as many words with capitals as the acronym has letters, small words counted or"
        " not, of which the first has the acronym's first letter. Two letters changed about are a warning, one letter"
        " that is another is info. Left alone are acronyms of two letters, letters from within the word that stands"
        " at their place (`Current CardioPulmonary Resuscitation (CPR)`), and what differs by more."
    ),
    reason=(
        "An acronym is what readers look for afterwards, a licence or a programme most of all. One that does not go"
        " with its words may be that of another."
    ),
    example="Certified Harbor Pilot (CPH)",
    mended="Certified Harbor Pilot (CHP)",
)
_FEWEST = 3


def check(subject: Subject) -> Iterator[Problem]:
    """Acronyms that are a slip away from the initials of what they stand behind."""
    for one in acronyms(subject):
        if len(one.letters) < _FEWEST or one.meaning is not None:
            continue
        for spelling in one.spellings:
            meant = initials(spelling.words)
            is_named = all(word[0].isupper() for word in spelling.words)
            if is_named and meant[0] == one.letters[0] and is_slip(one.letters, meant):
                severity: Severity = "warning" if sorted(meant) == sorted(one.letters) else "info"
                if severity == "warning" or not _is_within(one.letters, spelling.words):
                    yield one.passage.value.problem(
                        f"“{one.letters}”: the initials of “{spelling.text}” are {meant}; which is right?",
                        one.start,
                        one.start + len(one.letters),
                        severity=severity,
                    )
                break


def _is_within(letters: str, words: tuple[str, ...]) -> bool:
    """Whether each letter stands in the word at its place."""
    return all(letter.lower() in word.lower() for letter, word in zip(letters, words, strict=True))
