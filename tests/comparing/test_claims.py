"""What cancellation clauses say was changed is a matter of the profile: another state's words, without Python."""

from spec_parser.comparing import Verdict, compare
from spec_parser.profiles.loading import load
from tests.comparing.specimens import edited, read
from tests.samples import SAMPLES

_PATH, _PROFILE = SAMPLES["ferry-inspector"]


def _verdicts(*edits: tuple[str, str]) -> tuple[Verdict, ...]:
    text = _PATH.read_text(encoding="utf-8")
    old, new = (read(one, _PROFILE) for one in (text, edited(edits, text)))
    return compare(old, new, load(_PROFILE).claims).verdicts


_SUPERSEDED = (
    "title and standard for the class of Landing Inspector at pay grade M-12 in force since March 4, 2013. (Retitled"
    " and brought up to date.) Order No. 21-009"
)


def _clause(reasons: str) -> tuple[str, str]:
    return (
        _SUPERSEDED,
        f"standard for the class of Ferry Inspector in force since April 1, 2021. ({reasons}) Order No. 24-1",
    )


def test_words_of_another_state() -> None:
    assert _verdicts(_clause("Retitled; tasks redrawn.")) == (
        Verdict("unfounded", "Retitled", ("title",), 0),
        Verdict("unfounded", "tasks redrawn", ("duties",), 0),
    )


def test_words_that_nobody_knows_claim_nothing() -> None:
    assert _verdicts(_clause("Brought up to date."), ("engines", "motors")) == ()


def test_a_clause_that_speaks_of_the_title_and_it_is_the_same() -> None:
    assert _verdicts((_SUPERSEDED, _SUPERSEDED.replace("2013", "2021").replace("March 4", "April 1"))) == (
        Verdict("unfounded", "Retitled", ("title",), 0),
    )


def test_the_same_clause_tells_of_no_change_between_both() -> None:
    assert _verdicts(("engines", "motors")) == ()
