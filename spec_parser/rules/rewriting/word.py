"""A Word file: a copy in which every mend is a tracked change, for a person to accept or to reject."""

import io
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from spec_parser.document import Document
from spec_parser.origins import RunOrigin
from spec_parser.readers.docx.archive import Archive
from spec_parser.readers.docx.xml import Element
from spec_parser.rules.notice import Notice
from spec_parser.rules.problem import Edit
from spec_parser.rules.rewriting import Rewritten
from spec_parser.rules.rewriting.runs import Run, aligned, changeable, namespace, runs_of
from spec_parser.rules.rewriting.tracked import Author, Change, Marker

Place = tuple[int, int, int]
"""Part, paragraph and run, as `TextRun` counts them."""


def rewritten(data: bytes, document: Document, notices: Sequence[Notice], author: Author = Author()) -> Rewritten:  # noqa: B008
    """The file with findings mended, the edits of which touch each other nowhere.

    What cannot be told apart in its run (a field, a symbol, text that the reader had to mend) is left as it is.
    """
    origin = getattr(document.place, "__self__", None)
    if not isinstance(origin, RunOrigin):
        raise TypeError("only a Word file has runs")
    copy = _Copy(data, document, origin)
    made = [notice for notice in notices if notice.mend is not None and copy.take(notice.mend.edits)]
    return Rewritten(copy.written(author) if made else data, made)


class _Copy:
    """A Word file that is being changed."""

    def __init__(self, data: bytes, document: Document, origin: RunOrigin) -> None:
        Archive(data)  # refuses what no Word file is before anything of it is unpacked
        self._zip = ZipFile(io.BytesIO(data))
        self._document = document
        self._origin = origin
        self._starts = [run.start for run in origin.runs]
        self._roots: dict[int, Element] = {}
        self._paragraphs: dict[int, list[Element]] = {}
        self._runs: dict[Place, tuple[Run, dict[int, int]] | None] = {}
        self._changes: dict[Place, Change] = {}

    def take(self, edits: Sequence[Edit]) -> bool:
        """Take note of edits that belong together; gives whether all of them can be made."""
        changes: dict[Place, Change] = {}
        for edit in edits:
            if not self._note(edit, changes):
                return False
        for place, change in changes.items():
            before = self._changes.get(place, Change(frozenset(), {}))
            self._changes[place] = Change(before.gone | change.gone, before.put | change.put)
        return True

    def written(self, author: Author) -> bytes:
        """The changed file; entries that are not changed stay as they are."""
        marker = Marker(author, self._roots.values())
        for place, change in self._changes.items():
            known = self._runs[place]
            if known is not None:
                marker.change(known[0], change)
        changed = {
            self._origin.parts[number]: etree.tostring(
                root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
            )
            for number, root in self._roots.items()
        }
        out = io.BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as package:
            for entry in self._zip.infolist():
                package.writestr(entry, changed.get(entry.filename.lstrip("/")) or self._zip.read(entry))
        return out.getvalue()

    def _note(self, edit: Edit, changes: dict[Place, Change]) -> bool:
        start, end, text = edit
        if start == end:
            behind = start > self._document.line_at(start).start
            start, end = (start - 1, start) if behind else (start, start + 1)
            found = self._atoms(start, end)
            if len(found) != 1:
                return False
            place, number = found[0]
            self._put(changes, place, number if behind else number - 1, text)
            return True
        found = self._atoms(start, end)
        if not found:
            return False
        for place, numbers in groupby(found, key=lambda one: one[0]):
            gone = frozenset(number for _, number in numbers)
            before = changes.get(place, Change(frozenset(), {}))
            changes[place] = Change(before.gone | gone, before.put)
        first = found[0][0]
        if text:
            self._put(changes, first, max(number for place, number in found if place == first), text)
        return True

    def _put(self, changes: dict[Place, Change], place: Place, number: int, text: str) -> None:
        before = changes.get(place, Change(frozenset(), {}))
        changes[place] = Change(before.gone, {**before.put, number: text})

    def _atoms(self, start: int, end: int) -> list[tuple[Place, int]]:
        """The characters of runs between two offsets; none where one of them is in no run that can be changed."""
        found: list[tuple[Place, int]] = []
        for offset in range(start, end):
            place = self._place(offset)
            if place not in self._runs:
                self._runs[place] = self._run(place)
            known = self._runs[place]
            number = None if known is None else known[1].get(offset)
            if number is None:
                return []
            found.append((place, number))
        return found

    def _place(self, offset: int) -> Place:
        run = self._origin.runs[max(bisect_right(self._starts, offset) - 1, 0)]
        return run.part, run.paragraph, run.run

    def _run(self, place: Place) -> tuple[Run, dict[int, int]] | None:
        """A run, and for each offset of the document that stands in it the number of its character."""
        part, paragraph, number = place
        runs = runs_of(self._paragraph(part, paragraph))
        run = changeable(runs[number]) if number < len(runs) else None
        if run is None:
            return None
        offsets = [offset for start, end in self._stretches(place) for offset in range(start, end)]
        numbers = aligned(run, "".join(self._document.text[offset] for offset in offsets))
        if numbers is None:
            return None
        return run, {offset: one for offset, one in zip(offsets, numbers, strict=True) if one >= 0}

    def _stretches(self, place: Place) -> list[tuple[int, int]]:
        ends = [*self._starts[1:], len(self._document.text)]
        return [
            (run.start, end)
            for run, end in zip(self._origin.runs, ends, strict=True)
            if (run.part, run.paragraph, run.run) == place
        ]

    def _paragraph(self, part: int, number: int) -> Element:
        if part not in self._roots:
            parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
            name = next(one for one in self._zip.namelist() if one.lstrip("/") == self._origin.parts[part])
            root = etree.fromstring(self._zip.read(name), parser)
            self._roots[part] = root
            self._paragraphs[part] = list(root.iter(namespace(root) + "p"))
        return self._paragraphs[part][number]
