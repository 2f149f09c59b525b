"""The revisions of each class in order, and which revision replaced which, by their cancellation clauses."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from spec_parser.archive.identity import RevisionKey
from spec_parser.archive.model import Predecessor


class Entry(NamedTuple):
    """What lineage needs to know of a revision: its key, its title, and what its clause says it replaced."""

    key: RevisionKey
    title: str | None
    replaces: bool
    replaced_title: str | None
    approved_effective: str | None


class Place(NamedTuple):
    """Where a revision stands among the others."""

    ordinal: int | None
    is_latest: bool
    predecessor: Predecessor | None
    replaced_by: tuple[str, ...]


def lineage(entries: Iterable[Entry]) -> Mapping[str, Place]:
    """The place of every revision, by its key's text."""
    ordered = sorted(entries, key=attrgetter("key"))
    index = _Index(ordered)
    predecessors = {entry.key.text: index.predecessor(entry) for entry in ordered}
    replaced_by: defaultdict[str, list[str]] = defaultdict(list)
    for text, predecessor in predecessors.items():
        if predecessor is not None and predecessor.revision is not None:
            replaced_by[predecessor.revision].append(text)
    places = {}
    for number, entry in enumerate(ordered):
        text = entry.key.text
        dated = not entry.key.is_undated
        of_class = index.of_class[entry.key.jurisdiction, entry.key.code]
        below = ordered[number + 1] if number + 1 < len(ordered) else None
        last = below is None or _class(below) != _class(entry) or below.key.is_undated
        alone = len(of_class) == 1
        places[text] = Place(
            ordinal=of_class.index(entry) + 1 if dated else None,
            is_latest=last if dated else alone,
            predecessor=predecessors[text],
            replaced_by=tuple(sorted(replaced_by[text])),
        )
    return places


def _class(entry: Entry) -> tuple[str, str]:
    return entry.key.jurisdiction, entry.key.code


def _plain(title: str) -> str:
    """A title as it is compared: clauses and title lines differ in capitals and blanks."""
    return " ".join(title.casefold().split())


class _Index:
    """Finds revisions by class and date, by title and date, and classes by title."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.of_class: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._titled: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self.of_class[_class(entry)].append(entry)
            if entry.title is not None:
                self._titled[entry.key.jurisdiction, _plain(entry.title)].append(entry)

    def predecessor(self, entry: Entry) -> Predecessor | None:
        """What a revision replaced; None where its clause names nothing.

        A clause names the replaced title and the date from which that specification was effective. The class may have
        kept its code or not.
        """
        if not entry.replaces:
            return None
        title, date = entry.replaced_title, entry.approved_effective
        if date is not None:
            for candidates in (self.of_class[_class(entry)], self._named(entry, title)):
                at_date = [one for one in candidates if one.key.value == date and one.key != entry.key]
                if len(at_date) == 1:
                    return Predecessor(title, date, at_date[0].key.text, at_date[0].key.code, "exact")
        codes = {one.key.code for one in self._named(entry, title)}
        if len(codes) == 1:
            return Predecessor(title, date, None, codes.pop(), "title")
        return Predecessor(title, date, None, None, "unresolved")

    def _named(self, entry: Entry, title: str | None) -> list[Entry]:
        return self._titled[entry.key.jurisdiction, _plain(title)] if title is not None else []
