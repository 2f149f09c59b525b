"""What a Word file's archive holds, as the package itself tells: by content types and relationships, not by names."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.readers.docx.archive import Archive
from spec_parser.readers.docx.xml import Element, parse, size

_TYPES = "[Content_Types].xml"
_T = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Both families of names end alike: .../relationships/officeDocument.
_MAIN = "/officeDocument"

# Elements and attributes of all parts that are read; a class specification has some thousands, styles included.
_MOST_NODES = 500_000

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACRO = "application/vnd.ms-word."
# The content type of the main part, and the media type of such a file.
_READ = {
    f"{_WORD}document.main+xml": f"{_WORD}document",
    f"{_WORD}template.main+xml": f"{_WORD}template",
    f"{_MACRO}document.macroEnabled.main+xml": f"{_MACRO}document.macroEnabled.12",
    f"{_MACRO}template.macroEnabledTemplate.main+xml": f"{_MACRO}template.macroEnabled.12",
}
_UNREAD = (
    ("spreadsheetml", "an Excel workbook"),
    ("ms-excel", "an Excel workbook"),
    ("presentationml", "a PowerPoint presentation"),
    ("ms-powerpoint", "a PowerPoint presentation"),
    ("visio", "a Visio drawing"),
)


class Relation(NamedTuple):
    """That a part uses another one: what as (the last word of its type), and the other's name."""

    kind: str
    target: str


class Package:
    """The parts of a Word file.

    Args:
        data: the file's bytes.

    Attributes:
        main: name of the part that holds the document.
        media_type: of the whole file.

    Raises:
        LimitError: it unpacks to more than the limits allow.
        UnreadableError: it is broken, or no Word file.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._left = _MOST_NODES
        if _TYPES not in self._archive:
            raise UnreadableError("is a zip archive, but no office file: give the class specification itself")
        self.main = self._main()
        self.media_type = self._media_type()

    def xml(self, name: str) -> Element:
        """The root of a part.

        Raises:
            LimitError: it has too many elements, with those of the parts before it.
            UnreadableError: it is missing or damaged.
        """
        if name not in self._archive:
            raise UnreadableError(f"is damaged: its part {name[:80]!a} is missing; open it in Word and save it again")
        data = self._archive.read(name)
        self._left -= size(data)
        if self._left < 0:
            raise LimitError(f"has too many elements in {name[:80]!a}: give one class specification a file")
        return parse(data, name)

    def relations(self, part: str) -> dict[str, Relation]:
        """The other parts of the package that a part uses, by the identifier by which it names them."""
        folder, _, file = part.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self._archive:
            return {}
        return {
            element.get("Id", ""): Relation(
                element.get("Type", "").rpartition("/")[2], _resolved(folder, element.get("Target", ""))
            )
            for element in self.xml(path).iter(_RELATIONSHIP)
            if element.get("TargetMode") != "External"
        }

    def _main(self) -> str:
        for element in self.xml("_rels/.rels").iter(_RELATIONSHIP):
            if element.get("Type", "").endswith(_MAIN):
                return _resolved("", element.get("Target", ""))
        raise UnreadableError("is an office file without a document in it: open it in Word and save it again")

    def _media_type(self) -> str:
        main = self._content_type()
        if main in _READ:
            return _READ[main]
        for word, what in _UNREAD:
            if word in main.lower():
                raise UnreadableError(f"is {what}, which is not read: give the class specification itself")
        raise UnreadableError("is an office file, but no Word document: save it as a Word document (.docx)")

    def _content_type(self) -> str:
        """The content type of the main part: its own, or else that of its extension."""
        extension = self.main.rpartition(".")[2].lower()
        usual = ""
        for kind, key, content_type in self._declared():
            if kind == "Override" and key.lstrip("/").lower() == self.main.lower():
                return content_type
            if kind == "Default" and key.lower() == extension:
                usual = content_type
        return usual

    def _declared(self) -> Iterator[tuple[str, str, str]]:
        for element in self.xml(_TYPES):
            kind = element.tag.removeprefix(_T)
            key = element.get("PartName" if kind == "Override" else "Extension", "")
            yield kind, key, element.get("ContentType", "")


def _resolved(folder: str, target: str) -> str:
    """The name of the part that a target means: relative to a folder unless it begins with a slash."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
