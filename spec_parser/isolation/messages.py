"""What goes between this process and a worker: typed data, never pickles."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from spec_parser.document import Document, Evidence, Line
from spec_parser.limits import Limits
from spec_parser.model import Finding
from spec_parser.origins import BoxOrigin, ByteOrigin, Origin, RunOrigin
from spec_parser.readers.kinds import Kind
from spec_parser.readers.options import Options


class Request(Struct, frozen=True, array_like=True):
    """A file to read. Its bytes follow in a frame of their own."""

    kind: Kind
    name: str | None
    limits: Limits
    how: Options


class Begun(Struct, frozen=True, array_like=True, tag="begun"):
    """What reads the file has been loaded; its time begins."""


class Slow(Struct, frozen=True, array_like=True, tag="slow"):
    """A step begins that counts so often: the file has its time limit as often as its slow steps count."""

    times: int


class Read(Struct, frozen=True, array_like=True, tag="read"):
    """The document. Name, size and hash of the file are not told: who asks knows them."""

    text: str
    lines: list[Line]
    media_type: str
    pages: int | None
    evidence: list[Evidence]
    findings: tuple[Finding, ...]
    origin: Origin


class Refused(Struct, frozen=True, array_like=True, tag="refused"):
    """The reader's own word why the file is not read; `limit` where it is larger than the limits allow."""

    limit: bool
    message: str


class Failed(Struct, frozen=True, array_like=True, tag="failed"):
    """An error that no reader means to raise: its type's name and its message. The worker ends."""

    error: str
    message: str


Answer = Begun | Slow | Read | Refused | Failed

encode = Encoder().encode
decode_request = Decoder(Request).decode
decode_answer: Callable[[bytes], Answer] = Decoder(Answer).decode


def told(document: Document) -> Read:
    """A document as data.

    Raises:
        TypeError: the way back into the file is none of `origins.py`.
    """
    origin = getattr(document.place, "__self__", None)
    if not isinstance(origin, ByteOrigin | BoxOrigin | RunOrigin):
        raise TypeError("the reader gave no origin that can be sent")
    return Read(
        text=document.text,
        lines=list(document.lines),
        media_type=document.media_type,
        pages=document.pages,
        evidence=list(document.evidence),
        findings=document.findings,
        origin=origin,
    )
