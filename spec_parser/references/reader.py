"""Find what a class specification names: other classes, statutes and acts, bargaining units, agencies, licences.

Classes are told by their titles, which look like any other capitalised words. Without an archive a title is believed
only where the words around it say so: what introduces it, a level at its end, a list that it goes on. With an archive
its own titles are found wherever they stand.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from spec_parser.fields.citations import CitationReader
from spec_parser.profiles.profile import Profile
from spec_parser.references.candidates import CandidateFinder, Candidates
from spec_parser.references.classes import ClassFinder
from spec_parser.references.found import Found, Taken
from spec_parser.references.model import Reference
from spec_parser.references.naming import compared
from spec_parser.references.openings import Openings
from spec_parser.references.phrases import phrases
from spec_parser.references.places import reference
from spec_parser.references.things import ThingFinder
from spec_parser.references.titles import Titles

_CLAUSE = "/cancellation/text"
# Revisions of a class have most of their texts in common; long ones are hardly met again.
_REMEMBERED = 8192
_SHORT = 2_000


class ReferenceReader:
    """Finds references in finished records of one jurisdiction.

    Args:
        profile: of the jurisdiction; its `references` give the wordings.
        titles: of the archive that the records are of, if they are of one.
    """

    def __init__(self, profile: Profile, titles: Titles | None = None) -> None:
        self._candidates = CandidateFinder(profile)
        self._citations = CitationReader(profile)
        openings = Openings(profile)
        self._things = ThingFinder(profile.references, openings)
        self._classes = ClassFinder(profile.references, openings, titles)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._in)

    def read(self, record: Mapping[str, Any]) -> tuple[Reference, ...]:
        """All references of a finished record, as plain types, in the order of its texts.

        A class's own title or series is no reference; the title that it had before, in its cancellation clause, is.
        """
        return self.among(self._candidates.of(record))

    def among(self, candidates: Candidates) -> tuple[Reference, ...]:
        """All references of a record, of which only what may name something is left."""
        found = list(candidates.fields)
        for text in candidates.texts:
            read = self._remembered if len(text.text) <= _SHORT else self._in
            seen = read(text.text, clause=text.pointer == _CLAUSE)
            found += [
                reference(text, one) for one in seen if one.kind != "class" or compared(one.name) not in candidates.own
            ]
        return tuple(found)

    def _in(self, text: str, *, clause: bool) -> tuple[Found, ...]:
        """What a text names, in order; the class that a clause names is a field of its own."""
        taken = Taken()
        for one in self._cited(text):
            taken.add(one)
        # Of a clause they are asked for only where it names some thing.
        capitalised = phrases(text) if clause else list(phrases(text))
        for one in self._things.find(text, capitalised):
            taken.add(one)
        if isinstance(capitalised, list):
            for one in list(self._classes.find(capitalised, taken)):
                taken.add(one)
        return tuple(taken.found)

    def _cited(self, text: str) -> Iterator[Found]:
        reading = self._citations.read(text)
        places = {part.pointer: part.stretches[0] for part in reading.parts}
        for number, citation in enumerate(reading.value):
            name = citation.number + "".join(f"({one})" for one in citation.subsections)
            yield Found(citation.kind, *places[f"/{number}/text"], name)
