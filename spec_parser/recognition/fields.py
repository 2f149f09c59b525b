"""Mends fields that could not be read, where one character changed makes them readable, and no other one does."""

import re
from collections.abc import Callable, Iterator, Sequence

from spec_parser.document import Excerpt, merged
from spec_parser.fields.reading import Reading
from spec_parser.recognition.confusions import changed, variants
from spec_parser.recognition.evidence import Change, Evidence

_REASON = "only with it the text can be read"
_AGREES = "the number in words and its numeral agree only with it"
# What is wrong with a field that a misread character can have caused.
_CAUSED = ("-unread", "-impossible", "-disagrees")
# A numeral in parentheses, as it may have been misread, with the words before it.
_NUMERAL = re.compile(r"[A-Za-z01|]+(?:[- ][A-Za-z01|]+)? ?\([^()\s]{1,5}\)")
_LONGEST = 600


def changes(evidence: Evidence) -> Iterator[Change]:
    """What was misread in fields that hold one short text."""
    readers = evidence.readers
    fields: dict[str, Callable[[str], Reading[object]]] = {
        "designation": readers.designation,
        "occupational_group": readers.occupational_group,
        "bargaining_unit": readers.bargaining_unit,
        "eeo": readers.eeo_category,
        "salary": readers.salary_group,
        "cancellation": readers.cancellation,
        "effective_date": readers.effective_date,
        "footer": readers.footer,
    }
    for kind, read in fields.items():
        lines = [line.excerpt() for line in evidence.lines(kind)]
        if lines:
            yield from _mended(evidence, lines[0] if kind != "footer" else merged(evidence.document, lines), read)


def _mended(evidence: Evidence, excerpt: Excerpt, read: Callable[[str], Reading[object]]) -> Iterator[Change]:
    text = excerpt.text
    problems = _problems(read(text))
    if not problems or len(text) > _LONGEST:
        return
    places = sorted({place for start, end in problems for place in range(start, min(end + 1, len(text)))})
    yield from _only(evidence, excerpt, places, lambda candidate: not _problems(read(candidate)), _REASON)


def _problems(reading: Reading[object]) -> list[tuple[int, int]]:
    """Where a reading stopped because of something that a misread character can have caused."""
    return [problem.stretch for problem in reading.problems if problem.code.endswith(_CAUSED)]


def numbers(evidence: Evidence) -> Iterator[Change]:
    """Numbers in words with numerals, one of the two misread."""
    read = evidence.readers.quantities

    def agree(candidate: str) -> bool:
        reading = read(candidate)
        return bool(reading.value) and not reading.problems

    for line in evidence.lines():
        excerpt = line.excerpt()
        for match in _NUMERAL.finditer(line.text):
            if not agree(match[0]):
                part = excerpt.part(evidence.document, *match.span())
                yield from _only(evidence, part, range(len(part.text)), agree, _AGREES)


def _only(
    evidence: Evidence, excerpt: Excerpt, places: Sequence[int], is_good: Callable[[str], bool], reason: str
) -> Iterator[Change]:
    """The one change of a character that makes a text good; nothing where none does, or several do."""
    text = excerpt.text
    good = [(place, other) for place, other in variants(text, places) if is_good(changed(text, place, other))]
    if len(good) == 1:
        change = evidence.change(excerpt, *good[0], reason)
        if change is not None:
            yield change
