"""Reads the parts of a Word file in the order in which a person does: headers, the text, notes, footers."""

from collections.abc import Iterator
from typing import NamedTuple

from spec_parser.errors import UnreadableError
from spec_parser.readers.docx.blocks import Block, PartReader
from spec_parser.readers.docx.inline import Note
from spec_parser.readers.docx.numbering import Numbering
from spec_parser.readers.docx.package import Package
from spec_parser.readers.docx.remarks import Remarks
from spec_parser.readers.docx.styles import Styles
from spec_parser.readers.docx.xml import Element, R, W, children, switch_of

_BODY = W + "body"
_SECTION = W + "sectPr"
_REFERENCES = {"header": W + "headerReference", "footer": W + "footerReference"}


class Parts(NamedTuple):
    """The blocks of a file, part by part; furniture is what stands on every page, notes stand below the text."""

    names: tuple[str, ...]
    headers: tuple[Block, ...]
    body: tuple[Block, ...]
    notes: tuple[Block, ...]
    footers: tuple[Block, ...]


class FileReader:
    """Reads one package."""

    def __init__(self, package: Package, remarks: Remarks) -> None:
        self._package = package
        self._remarks = remarks
        self._relations = package.relations(package.main)
        self._styles = Styles(self._other("styles"))
        self._numbering = Numbering(self._other("numbering"), self._styles)
        self._names: list[str] = []

    def read(self) -> Parts:
        """All parts that a person sees."""
        root = self._package.xml(self._package.main)
        body = root.find(_BODY)
        if body is None:
            raise UnreadableError("is damaged: its document has no body; open it in Word and save it again")
        reader = self._reader(root, self._package.main)
        blocks = reader.blocks(body)
        notes = tuple(self._notes(reader.notes))
        shown = list(self._shown(root))
        headers, footers = (
            tuple(block for name, kind in shown if kind == which for block in self._whole(name))
            for which in ("header", "footer")
        )
        return Parts(tuple(self._names), headers, blocks, notes, footers)

    def _other(self, kind: str) -> Element | None:
        """The root of the part that the document uses as this; None if it uses none."""
        name = next((one.target for one in self._relations.values() if one.kind == kind), None)
        return None if name is None else self._package.xml(name)

    def _reader(self, root: Element, name: str) -> PartReader:
        self._names.append(name)
        return PartReader(root, len(self._names) - 1, self._styles, self._numbering, self._remarks)

    def _whole(self, name: str) -> tuple[Block, ...]:
        root = self._package.xml(name)
        return self._reader(root, name).blocks(root)

    def _shown(self, root: Element) -> Iterator[tuple[str, str]]:
        """The headers and footers that show on some page, each once: name and kind, in the order of the sections."""
        seen: set[str] = set()
        for section in root.iter(_SECTION):
            has_first = switch_of(children(section), W + "titlePg") is True
            for kind, tag in _REFERENCES.items():
                for reference in section.iterchildren(tag):
                    page = reference.get(W + "type", "default")
                    relation = self._relations.get(reference.get(R + "id", ""))
                    if relation is None or relation.target in seen:
                        continue
                    if page == "default" or (has_first if page == "first" else self._has_even_pages()):
                        seen.add(relation.target)
                        yield relation.target, kind

    def _has_even_pages(self) -> bool:
        """Whether even pages have headers and footers of their own."""
        return switch_of(children(self._other("settings")), W + "evenAndOddHeaders") is True

    def _notes(self, called: list[Note]) -> Iterator[Block]:
        """The blocks of the footnotes, then of the endnotes, that are called in the document, in that order."""
        for kind in ("footnote", "endnote"):
            wanted = dict.fromkeys(note.identifier for note in called if note.kind == kind)
            root = self._other(f"{kind}s") if wanted else None
            if root is None:
                continue
            name = next(one.target for one in self._relations.values() if one.kind == f"{kind}s")
            reader = self._reader(root, name)
            elements = {element.get(W + "id", ""): element for element in root.iterchildren(W + kind)}
            for identifier in wanted:
                if identifier in elements:
                    yield from reader.blocks(elements[identifier])
