"""Forms of the verbs that duties open with."""

from collections.abc import Iterable, Iterator
from functools import lru_cache


def third_person(word: str, verbs: tuple[str, ...]) -> str | None:
    """The third person of a verb that stands in another form, its first letter as it is: `Directs` of `Directing`.

    Args:
        word: which opens a duty.
        verbs: those that duties open with, in the third person.
    """
    verb = _forms(verbs).get(word.lower())
    if verb is None:
        return None
    return verb if word[0].isupper() else verb.lower()


@lru_cache(maxsize=4)
def _forms(verbs: tuple[str, ...]) -> dict[str, str]:
    """The verbs by their bare forms and those that end with `-ing`; what several verbs have is none's."""
    found: dict[str, set[str]] = {}
    for verb in verbs:
        for bare in _bare(verb.lower()):
            for form in (bare, *_continuous(bare)):
                found.setdefault(form, set()).add(verb)
    return {form: min(of) for form, of in found.items() if len(of) == 1}


def _bare(verb: str) -> Iterable[str]:
    """What a verb may be without its ending: `direct`; of `ies` and `es` there are two."""
    if verb.endswith("ies"):
        return (f"{verb[:-3]}y",)
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return (verb[:-2],)
    return (verb[:-1],) if verb.endswith("s") else ()


def _continuous(bare: str) -> Iterator[str]:
    """How its form with `-ing` may be written: `directing`, `preparing`, `planning`."""
    yield f"{bare}ing"
    if bare.endswith("e") and not bare.endswith("ee"):
        yield f"{bare[:-1]}ing"
    elif bare[-1:] in "bdglmnprt" and bare[-2:-1] in "aeiou":
        yield f"{bare}{bare[-1]}ing"
