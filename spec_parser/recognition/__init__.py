"""Mends single misread characters of recognised documents, where the evidence is unique, and tells of doubtful words.

A specification says much of what matters twice: pay by the hour, by two weeks and by the year; the class code in title
and footer; numbers in words and numerals; codes with names that the profile lists. Where one reading of one character
makes all of it agree, and no other reading does, that one is taken, with a finding. A change never changes the length
of the text, so that every offset holds.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from spec_parser.document import Document
from spec_parser.fields.readers import FieldReaders
from spec_parser.findings import finding
from spec_parser.model import Finding
from spec_parser.origins import BoxRun
from spec_parser.recognition import codes, fields, names, pay, words
from spec_parser.recognition.doubts import doubts
from spec_parser.recognition.evidence import Change, Evidence
from spec_parser.structure import Vocabulary, structure

# A header that was mended can show a field that can be mended now.
_ROUNDS = 3


def settled(
    document: Document, recognised: tuple[BoxRun, ...], vocabulary: Vocabulary, readers: FieldReaders
) -> Document:
    """A document with what was misread mended, and findings on what was mended and what is in doubt.

    Args:
        document: as it was read.
        recognised: its words that were recognised from images.
        vocabulary: of its profile.
        readers: of its profile.
    """
    original = document.text
    reasons: dict[int, str] = {}
    for _ in range(_ROUNDS):
        found = structure(document, vocabulary)
        evidence = Evidence(document, found, vocabulary.profile, vocabulary, readers)
        changes = _agreed(_proposals(evidence, recognised), recognised)
        if not changes:
            break
        reasons.update((change.offset, change.reason) for change in changes)
        document = document.replaced(text=_changed(document.text, changes))
    mends = list(_mends(document, original, recognised, reasons))
    furniture = frozenset(
        offset
        for line, shown in zip(document.lines, document.evidence, strict=True)
        if shown.furniture
        for offset in range(line.start, line.end)
    )
    own = [run for run in recognised if run.start not in furniture]
    mended = frozenset(span.start for finding in mends for span in finding.spans)
    return document.replaced(findings=(*document.findings, *mends, *doubts(document, own, mended)))


def _proposals(evidence: Evidence, recognised: tuple[BoxRun, ...]) -> Iterator[Change]:
    yield from names.headers(evidence)
    yield from names.listed(evidence)
    yield from pay.changes(evidence)
    yield from codes.changes(evidence)
    yield from fields.changes(evidence)
    yield from fields.numbers(evidence)
    yield from words.numerals(evidence)
    yield from words.changes(evidence, recognised)


def _agreed(proposals: Iterator[Change], recognised: Sequence[BoxRun]) -> list[Change]:
    """The changes of recognised characters, and of blanks behind them, that no other proposal speaks against."""
    offsets = {offset for run in recognised for offset in range(run.start, run.end + 1)}
    found: dict[int, set[str]] = {}
    reasons: dict[int, str] = {}
    for change in proposals:
        if change.offset in offsets:
            found.setdefault(change.offset, set()).add(change.character)
            reasons.setdefault(change.offset, change.reason)
    return [
        Change(offset, next(iter(characters)), reasons[offset])
        for offset, characters in sorted(found.items())
        if len(characters) == 1
    ]


def _changed(text: str, changes: Sequence[Change]) -> str:
    characters = list(text)
    for change in changes:
        characters[change.offset] = change.character
    return "".join(characters)


def _mends(
    document: Document, original: str, recognised: Sequence[BoxRun], reasons: dict[int, str]
) -> Iterator[Finding]:
    """A finding for each word that was changed."""
    for run in recognised:
        offsets = [offset for offset in range(run.start, run.end + 1) if offset in reasons]
        if offsets:
            end = max(run.end, offsets[-1] + 1)
            read, mended = original[run.start : end], document.text[run.start : end]
            why = "; ".join(reason for reason, _ in groupby(reasons[offset] for offset in offsets))
            message = f'"{read}" was recognised, but "{mended}" is meant: {why}.'
            yield finding("ocr-mended", message, [document.span((run.start, end))], mended=mended)
