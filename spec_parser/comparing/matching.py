"""Which of several classes in one file is which in another: a page of the older site may hold several."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.model import Content


class Matched(NamedTuple):
    """A class in either file; None where a file has none that it could be."""

    old: Content | None
    new: Content | None


def matched(old: Sequence[Content], new: Sequence[Content]) -> tuple[Matched, ...]:
    """Each class with what it became: by code, else by title; if either file has one only, these two."""
    if len(old) == len(new) == 1:
        return (Matched(old[0], new[0]),)
    left = list(old)
    found: dict[int, Content] = {}
    for by in ("code", "title"):
        for place, content in enumerate(new):
            if place in found or getattr(content.job_class, by) is None:
                continue
            same = [one for one in left if getattr(one.job_class, by) == getattr(content.job_class, by)]
            if same:
                found[place] = same[0]
                left = [one for one in left if one is not same[0]]
    pairs = [Matched(found.get(place), content) for place, content in enumerate(new)]
    return (*pairs, *(Matched(one, None) for one in left))
