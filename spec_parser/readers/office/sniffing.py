"""Tells by content which of the older office files one is."""

from typing import NamedTuple

from spec_parser.errors import UnreadableError
from spec_parser.readers.docx.archive import Archive
from spec_parser.readers.office import compound


class Form(NamedTuple):
    """A form of file that LibreOffice converts: its name for a person, its usual suffix and its media type."""

    name: str
    suffix: str
    media_type: str


_ODT_TYPE = "application/vnd.oasis.opendocument.text"
DOC = Form("an older Word file (DOC)", "doc", "application/msword")
RTF = Form("an RTF file", "rtf", "application/rtf")
ODT = Form("an OpenDocument text (ODT)", "odt", _ODT_TYPE)
# Names of streams at the top of a compound file, the telling ones first.
_STREAMS = (
    ("EncryptedPackage", None),
    ("WordDocument", DOC),
    ("Workbook", "an older Excel workbook"),
    ("Book", "an older Excel workbook"),
    ("PowerPoint Document", "an older PowerPoint presentation"),
    ("VisioDocument", "an older Visio drawing"),
    ("__properties_version1.0", "an Outlook message"),
)
_NOT_READ = "which is not read: give the class specification itself"
_ENCRYPTED = "is encrypted: save it without a password first"
_MANIFEST = "META-INF/manifest.xml"
_LONGEST_TYPE = 100
# Parts of an OpenDocument file that LibreOffice unpacks; each is unpacked here once within the limits, as a check.
_ODT_PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml")


def form(data: bytes) -> Form:
    """The form of a file.

    Raises:
        LimitError: it unpacks to more than an office file does.
        UnreadableError: it is encrypted, broken, or of a form that is not read.
    """
    if data.startswith(b"{\\rtf"):
        return RTF
    if data.startswith(compound.MAGIC):
        return _compound(data)
    return _open_document(data)


def _compound(data: bytes) -> Form:
    streams = compound.streams(data)
    for name, found in _STREAMS:
        if name not in streams:
            continue
        if isinstance(found, str):
            raise UnreadableError(f"is {found}, {_NOT_READ}")
        if found is None or compound.is_encrypted(data, streams[name]):
            raise UnreadableError(_ENCRYPTED)
        return found
    raise UnreadableError(f"is a compound file of an unknown program, {_NOT_READ}")


def _open_document(data: bytes) -> Form:
    archive = Archive(data)
    kind = archive.read("mimetype")[:_LONGEST_TYPE].decode("ascii", "replace") if "mimetype" in archive else ""
    if not kind.startswith(ODT.media_type):
        raise UnreadableError(f"is a zip archive of an unknown program, {_NOT_READ}")
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise UnreadableError(_ENCRYPTED)
    for part in _ODT_PARTS:
        if part in archive:
            archive.read(part)
    return ODT
