"""Mends words that were read with doubt, and stand elsewhere in the document as they should."""

import re
from collections import Counter
from collections.abc import Iterator

from spec_parser.origins import BoxRun
from spec_parser.recognition.confusions import differences
from spec_parser.recognition.doubts import DOUBTFUL
from spec_parser.recognition.evidence import Change, Evidence

_REASON = "the document has this word in another place, read without doubt"
_NUMERAL = "strokes behind a name are a Roman numeral"
_STROKES = re.compile(r"(?<=[a-z] )(?=[Il|!]*[Il])[Il|!]{2,3}(?=$| [(0-9])")
# Confidence in percent from which a word is a witness.
_SURE = 95
# In short words the letters that look alike make other words ("form", "farm").
_SHORTEST = 6
_LETTERS = re.compile(r"[^\W_](?:.*[^\W_])?")
# Letters that look alike and tell many words apart; one for the other is no evidence.
_VOWELS = frozenset("aeo")


def numerals(evidence: Evidence) -> Iterator[Change]:
    """Roman numerals of which strokes were read as other strokes: "Examiner Ill"."""
    lines = [*evidence.preamble(), *evidence.lines()]
    for line in lines:
        for match in _STROKES.finditer(line.text):
            excerpt = line.excerpt().part(evidence.document, *match.span())
            places = tuple(place for place, stroke in enumerate(match[0]) if stroke != "I")
            yield from evidence.changes(excerpt, "I" * len(match[0]), places, _NUMERAL)


def changes(evidence: Evidence, runs: tuple[BoxRun, ...]) -> Iterator[Change]:
    """Doubtful words that differ from one sure word of the document by one letter that looks like its own."""
    text = evidence.document.text
    counts = Counter(match[0] for run in runs if (match := _LETTERS.search(text[run.start : run.end])))
    sure: dict[int, set[str]] = {}
    for run in runs:
        match = _LETTERS.search(text[run.start : run.end])
        if match and run.confidence is not None and run.confidence >= _SURE and match[0].isalpha():
            sure.setdefault(len(match[0]), set()).add(match[0])
    for run in runs:
        match = _LETTERS.search(text[run.start : run.end])
        if match is None or run.confidence is None or run.confidence >= DOUBTFUL:
            continue
        word = match[0]
        if len(word) < _SHORTEST or counts[word] > 1 or word in sure.get(len(word), ()):
            continue
        like = [(known, places) for known in sorted(sure.get(len(word), ())) if (places := differences(word, known, 1))]
        if len(like) == 1:
            known, (place,) = like[0]
            if not {word[place], known[place]} <= _VOWELS and word[place].lower() != known[place].lower():
                yield Change(run.start + match.start() + place, known[place], _REASON)
