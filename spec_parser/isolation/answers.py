"""What a worker answers, checked before it is believed: after this, a document is one like any other."""

import hashlib
from itertools import pairwise

import msgspec

from spec_parser.document import Document, Stretch
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.findings import severity
from spec_parser.isolation import messages
from spec_parser.limits import Limits
from spec_parser.model import Finding, Span
from spec_parser.origins import BoxOrigin, ByteOrigin, Origin, RunOrigin

_LONGEST_MESSAGE = 300
# Beyond any number that a page's coordinates are read as, and far from where sums of them overflow.
_FAR = 1e40


class NonsenseError(Exception):
    """A worker said what no worker says."""


def decode(frame: bytes) -> messages.Answer:
    """The answer in a frame.

    Raises:
        NonsenseError: there is none.
    """
    try:
        return messages.decode_answer(frame)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise NonsenseError(str(error)) from error


def refusal(answer: messages.Refused | messages.Failed) -> UnreadableError:
    """The error that an answer stands for."""
    message = one_line(answer.message)
    if isinstance(answer, messages.Refused):
        return (LimitError if answer.limit else UnreadableError)(message)
    if answer.error == "RecursionError":
        return UnreadableError("is nested too deeply to be read: save it anew with the program it was made with")
    return UnreadableError(
        f"cannot be read: a fault of spec-parser ({one_line(answer.error)}: {message}); please report it with the file"
    )


def document(told: messages.Read, data: bytes, name: str | None, limits: Limits) -> Document:
    """The document of a file, by what a worker has told.

    Raises:
        LimitError: it is larger than the limits allow.
        NonsenseError: it contradicts itself.
    """
    size = len(told.text)
    if size > limits.characters or len(told.lines) > limits.lines:
        raise LimitError("has more text than the limits allow: give one class specification a file")
    _check_lines(told)
    _check(told.pages is None or 0 <= told.pages <= limits.pages, "its pages")
    _check(told.media_type.isascii() and told.media_type.isprintable() and len(told.media_type) < 100, "its media type")
    _check("\0" not in told.text, "its text")
    _check_origin(told.origin, size, len(data))
    for finding in told.findings:
        _check_finding(finding, size)
    return Document(
        text=told.text,
        lines=told.lines,
        media_type=told.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        place=told.origin.span,
        name=name,
        findings=told.findings,
        pages=told.pages,
        evidence=told.evidence,
    )


def one_line(message: str) -> str:
    """A message as one line of characters that a terminal shows and does not obey."""
    line = " ".join(message.split())[:_LONGEST_MESSAGE]
    return line if line.isprintable() else line.encode("unicode_escape").decode()


def _check(holds: bool, what: str) -> None:  # noqa: FBT001 - it reads as an assertion
    if not holds:
        raise NonsenseError(f"{what} cannot be true")


def _check_lines(told: messages.Read) -> None:
    """Lines follow each other within the text."""
    lines = told.lines
    _check(bool(lines) or not told.text, "its lines")
    _check(len(told.evidence) in {0, len(lines)}, "its evidence")
    if lines:
        _check(lines[0].start >= 0 and lines[0].number >= 1 and lines[-1].end <= len(told.text), "its lines")
        _check(all(line.start <= line.end for line in lines), "its lines")
        _check(
            all(one.end <= next_.start and one.number <= next_.number for one, next_ in pairwise(lines)), "its lines"
        )


def _check_origin(origin: Origin, size: int, file: int) -> None:
    """Every stretch of the text has a place in the file."""
    runs = origin.runs
    starts = [run.start for run in runs]
    _check(bool(starts) or not size, "its origin")
    _check(not starts or (starts[0] >= 0 and starts == sorted(starts)), "its origin")
    match origin:
        case ByteOrigin():
            _check(all(min(run.first, run.step, run.width) >= 0 for run in origin.runs), "its bytes")
            _check(all(run.first + run.width <= file for run in origin.runs), "its bytes")
        case BoxOrigin():
            _check(all(run.page >= 1 and run.end >= run.start for run in origin.runs), "its boxes")
            _check(all(_is_box((run.left, run.top, run.right, run.bottom)) for run in origin.runs), "its boxes")
            _check(all(run.confidence is None or 0 <= run.confidence <= 100 for run in origin.runs), "its confidence")
        case RunOrigin():
            parts = len(origin.parts)
            _check(all(0 <= run.part < parts and min(run.paragraph, run.run) >= 0 for run in origin.runs), "its runs")


def _check_finding(finding: Finding, size: int) -> None:
    try:
        known = severity(finding.code)
    except KeyError as error:
        raise NonsenseError("one of its findings is none") from error
    _check(finding.severity == known, "a finding's severity")
    _check(all(_is_within((span.start, span.end), size) for span in finding.spans), "a finding's place")
    _check(all(_is_place(span) for span in finding.spans), "a finding's place")


def _is_box(box: tuple[float, float, float, float]) -> bool:
    """Whether it has numbers; NaN and infinity are none."""
    return all(-_FAR < length < _FAR for length in box)


def _is_within(stretch: Stretch, size: int) -> bool:
    start, end = stretch
    return 0 <= start <= end <= size


def _is_place(span: Span) -> bool:
    return (
        span.line >= 1
        and (span.page is None or span.page >= 1)
        and (span.box is None or _is_box(span.box))
        and min(span.paragraph or 0, span.run or 0, *(span.bytes or (0,))) >= 0
        and 0 <= (span.confidence or 0) <= 100
    )
