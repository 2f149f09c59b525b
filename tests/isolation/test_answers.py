"""What a worker sends is believed only if it can be true. A process that was taken over can send anything."""

import hashlib
import os
import re
import socket
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser import LimitError, SpecParserError, UnreadableError
from spec_parser.document import Document, Evidence, Line
from spec_parser.isolation import answers, keeper, messages
from spec_parser.isolation.channel import Channel
from spec_parser.limits import Limits
from spec_parser.model import Finding, Span
from spec_parser.origins import BoxOrigin, BoxRun, ByteOrigin, ByteRun, RunOrigin, TextRun
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load
from spec_parser.readers.options import DEFAULT as HOW

_LIMITS = Limits(seconds=5, pages=10)
_DATA = b"<p>EXAMPLES OF DUTIES"
_TEXT = "EEO\n(2)-Professional\nCLASS: 1234AB;"
_LINES = [Line(1, 0, 3), Line(2, 4, 20), Line(3, 21, 35)]
_WORD = BoxRun(0, 35, 1, 1.0, 2.0, 3.0, 4.0, 90)
_SPAN = Span(0, 3, 1, page=1, box=(1.0, 2.0, 3.0, 4.0))
_GOOD = messages.Read(
    text=_TEXT,
    lines=_LINES,
    media_type="application/pdf",
    pages=2,
    evidence=[Evidence(), Evidence(goes_on=True), Evidence(furniture=True, stands_out=True)],
    findings=(Finding("character-lost", "warning", "A character was lost.", None, (_SPAN,), None),),
    origin=BoxOrigin((_WORD,)),
)


def _frames(*frames: bytes) -> bytes:
    return b"".join(len(frame).to_bytes(4, "big") + frame for frame in frames)


class _Puppet:
    """A worker that says what it was told to say, whatever it is asked."""

    token = "0"  # noqa: S105 - the name of a folder

    def __init__(self, words: bytes) -> None:
        ours, self._theirs = socket.socketpair()
        self._theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 22)
        self._theirs.sendall(words)
        self._theirs.shutdown(socket.SHUT_WR)
        self.channel = Channel(ours, keeper._FRAME)

    def spent(self) -> float:
        """Nobody tells."""
        return 0

    def stop(self, patience: float = 0) -> int | None:
        """It has ended well, if anybody asks."""
        self.channel.close()
        self._theirs.close()
        return 0 if patience else None


def _hear(words: bytes) -> Document:
    """What becomes of a file whose worker says this."""
    kept = keeper.Keeper()
    kept._process = _Puppet(words)  # type: ignore[assignment]
    job = keeper.Job("html", _DATA, "boat.html", _LIMITS, HOW)
    try:
        kept.begin(job)
        return kept.document(job)
    finally:
        kept.stop()


_BEGUN = messages.encode(messages.Begun())


def test_what_can_be_true_is_believed() -> None:
    document = _hear(_frames(_BEGUN, messages.encode(_GOOD)))
    assert (document.text, document.lines, document.evidence) == (_TEXT, _LINES, _GOOD.evidence)
    assert (document.pages, document.media_type, document.findings) == (2, "application/pdf", _GOOD.findings)
    assert (document.name, document.size) == ("boat.html", len(_DATA))
    assert document.sha256 == hashlib.sha256(_DATA).hexdigest()
    assert document.span((0, 35)) == Span(0, 35, 1, None, 1, (1.0, 2.0, 3.0, 4.0), confidence=90)


_CHANGES: dict[str, dict[str, Any]] = {
    "a line beyond the text": {"lines": [*_LINES[:2], Line(3, 21, 36)]},
    "lines out of order": {"lines": [_LINES[1], _LINES[0], _LINES[2]]},
    "a line that ends before it starts": {"lines": [Line(1, 3, 2), *_LINES[1:]]},
    "a line before the text": {"lines": [Line(1, -1, 2), *_LINES[1:]]},
    "a line with the number 0": {"lines": [Line(0, 0, 3), *_LINES[1:]]},
    "no line": {"lines": [], "evidence": []},
    "evidence of too few lines": {"evidence": [Evidence()]},
    "more pages than there may be": {"pages": 11},
    "fewer pages than none": {"pages": -1},
    "a NUL": {"text": _TEXT[:-1] + "\0"},
    "a media type with a line end": {"media_type": "text/html\n"},
    "no origin": {"origin": BoxOrigin(())},
    "words out of order": {"origin": BoxOrigin((msgspec.structs.replace(_WORD, start=5), _WORD))},
    "a word before the text": {"origin": BoxOrigin((msgspec.structs.replace(_WORD, start=-5),))},
    "a word on page 0": {"origin": BoxOrigin((msgspec.structs.replace(_WORD, page=0),))},
    "a word that is nowhere": {"origin": BoxOrigin((msgspec.structs.replace(_WORD, left=float("nan")),))},
    "a word without end": {"origin": BoxOrigin((msgspec.structs.replace(_WORD, right=float("inf")),))},
    "more than sure": {"origin": BoxOrigin((msgspec.structs.replace(_WORD, confidence=101),))},
    "bytes before the file": {"origin": ByteOrigin((ByteRun(0, -1, 1, 1),))},
    "bytes behind the file": {"origin": ByteOrigin((ByteRun(0, 100, 0, 1),))},
    "a part that is none": {"origin": RunOrigin(("word/document.xml",), (TextRun(0, 1, 0, 0),))},
    "a paragraph before the first": {"origin": RunOrigin(("word/document.xml",), (TextRun(0, 0, -1, 0),))},
    "a finding of no kind": {"findings": (msgspec.structs.replace(_GOOD.findings[0], code="worm"),)},
    "a finding that is worse than it is": {"findings": (msgspec.structs.replace(_GOOD.findings[0], severity="error"),)},
    "a finding outside": {"findings": (msgspec.structs.replace(_GOOD.findings[0], spans=(Span(0, 36, 1),)),)},
    "a finding on no line": {"findings": (msgspec.structs.replace(_GOOD.findings[0], spans=(Span(0, 1, 0),)),)},
}  # fmt: skip


@pytest.mark.parametrize("name", _CHANGES)
def test_what_cannot_be_true_is_not_believed(name: str) -> None:
    told = msgspec.structs.replace(_GOOD, **_CHANGES[name])
    with pytest.raises(answers.NonsenseError):
        answers.document(told, _DATA, None, _LIMITS)
    with pytest.raises(UnreadableError, match="answer nonsense"):
        _hear(_frames(_BEGUN, messages.encode(told)))


@pytest.mark.parametrize("limits", [Limits(characters=34), Limits(lines=2)])
def test_more_text_than_the_limits_allow(limits: Limits) -> None:
    with pytest.raises(LimitError):
        answers.document(_GOOD, _DATA, None, limits)


_WORDS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "half a length": lambda: b"\0\0",
    "half a frame": lambda: b"\0\0\0\x09abc",
    "a frame of 4 GB": lambda: b"\xff\xff\xff\xff" + b"x" * 100_000,
    "an empty frame": lambda: _frames(b""),
    "no message": lambda: _frames(_BEGUN, b"\xc1"),
    "an unknown message": lambda: _frames(_BEGUN, msgspec.msgpack.encode(["gone", 1])),
    "a text that is none": lambda: _frames(_BEGUN, messages.encode(_GOOD).replace(b"EEO", b"\xff\xfe\xfd")),
    "a beginning for ever": lambda: _frames(*[_BEGUN] * 1_000),
    "slower and slower": lambda: _frames(_BEGUN, *[messages.encode(messages.Slow(1))] * 1_000),
    "back in time": lambda: _frames(_BEGUN, messages.encode(messages.Slow(-5))),
    "lists in lists": lambda: _frames(_BEGUN, b"\x91" * 1_000_000),
    "a list of four thousand million": lambda: _frames(_BEGUN, b"\xdd\xff\xff\xff\xff"),
    "a pickle": lambda: _frames(b"\x80\x04\x8c\x02os\x94\x8c\x06system\x94\x93\x94."),
}


@pytest.mark.parametrize("name", _WORDS)
def test_nonsense_is_one_line(name: str) -> None:
    _refused(_WORDS[name]())


def _refused(words: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        _hear(words)
    message = str(caught.value)
    assert message.isprintable()
    assert 0 < len(message) < 500


@pytest.mark.property
@given(st.binary(max_size=200) | st.lists(st.binary(max_size=60), max_size=4).map(lambda frames: _frames(*frames)))
def test_any_bytes_are_one_line(words: bytes) -> None:
    _refused(words)


_PARSER = Parser(load(), _LIMITS)
_WHOLE = messages.encode(_GOOD)


@pytest.mark.property
@given(st.lists(st.tuples(st.integers(0, len(_WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_spoiled_answer_is_a_record_or_one_line(changes: list[tuple[int, int]]) -> None:
    spoiled = bytearray(_WHOLE)
    for at, byte in changes:
        spoiled[at] = byte
    assert re.fullmatch(rb"\{.+\}\n|[^\n]+", _outcome(bytes(spoiled)))


def _outcome(answer: bytes) -> bytes:
    """The record as JSON, or the error."""
    try:
        return _PARSER.understand(_hear(_frames(_BEGUN, answer))).to_json()
    except SpecParserError as error:
        return str(error).encode()


def test_a_worker_that_takes_nothing_and_says_nothing() -> None:
    ours, theirs = socket.socketpair()

    class Deaf(_Puppet):
        def __init__(self) -> None:
            self.channel, self._theirs = Channel(ours, 100), theirs

    kept = keeper.Keeper()
    kept._process = Deaf()  # type: ignore[assignment]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeper, "_START", 0.2)
        job = keeper.Job("html", os.urandom(10_000_000), None, _LIMITS, HOW)
        kept.begin(job)
        with pytest.raises(LimitError, match="takes more than 5 s"):
            kept.document(job)
