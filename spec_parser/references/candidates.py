"""What of a record may name something, and all that must be known of the record to tell what.

Which class a title names only a whole archive can tell. What is kept of each record until then is a twentieth of it.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from spec_parser.profiles.profile import Profile
from spec_parser.references.found import Found
from spec_parser.references.model import Reference
from spec_parser.references.naming import compared, named, without_qualifiers
from spec_parser.references.phrases import may_have_phrases
from spec_parser.references.places import reference
from spec_parser.references.texts import Text, text_at, texts
from spec_parser.references.things import any_thing
from spec_parser.references.wordings import has_any, shortest

# Revisions of a class have most of their texts in common; long ones are hardly met again.
_REMEMBERED = 8192
_SHORT = 2_000


class Candidates(Struct, frozen=True, array_like=True):
    """What references of one record are found in.

    Attributes:
        former: the title that the class had before, as its cancellation clause says.
        own: what titles are compared with that are the class's own, and no reference.
        fields: what whole fields name.
        texts: that may name something, in the order of the record.
    """

    former: str | None
    own: tuple[str, ...]
    fields: tuple[Reference, ...]
    texts: tuple[Text, ...]


class CandidateFinder:
    """Finds what of the records of one jurisdiction may name something.

    Args:
        profile: of the jurisdiction.
    """

    def __init__(self, profile: Profile) -> None:
        self._triggers = shortest(profile.citation_triggers)
        self._things = any_thing(profile.references)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._may_name)

    def of(self, record: Mapping[str, Any]) -> Candidates:
        """The candidates of a finished record, as plain types."""
        own, clause = _own_titles(record), record["cancellation"]
        return Candidates(
            former=clause["title"] if clause is not None and clause["retitled"] else None,
            own=own,
            fields=tuple(_of_fields(record, own)),
            texts=tuple(texts(record, self.may_name)),
        )

    def may_name(self, text: str) -> bool:
        """Whether a text may name anything; of most texts the answer is no."""
        return self._remembered(text) if len(text) <= _SHORT else self._may_name(text)

    def _may_name(self, text: str) -> bool:
        return may_have_phrases(text) or has_any(text, self._triggers) or self._things.finds(text)


def _own_titles(record: Mapping[str, Any]) -> tuple[str, ...]:
    own = record["job_class"]
    title = own["title"] or ""
    return tuple(sorted({compared(one) for one in {title, without_qualifiers(title), own["series"]} if one}))


def _of_fields(record: Mapping[str, Any], own: tuple[str, ...]) -> Iterator[Reference]:
    """What whole fields name: the bargaining unit; the class that the clause says was replaced, by another title."""
    provenance = record.get("provenance") or {}
    unit, clause = record["bargaining_unit"], record["cancellation"]
    if unit is not None:
        text = text_at(provenance, "/bargaining_unit/text", unit["text"])
        name = unit["unit"] or unit["code"] or unit["text"]
        yield reference(text, Found("bargaining_unit", 0, len(unit["text"]), name))
    if clause is not None and clause["title"] and not _is_own(clause, own):
        text = text_at(provenance, "/cancellation/title", clause["title"])
        yield reference(text, Found("class", 0, len(text.text), named(text.text).title, "replaces"))


def _is_own(clause: Mapping[str, Any], own: tuple[str, ...]) -> bool:
    """Whether a clause replaces a specification of the same title; where that stays, so do its qualifiers."""
    title = clause["title"]
    return compared(title) in own or (not clause["retitled"] and compared(without_qualifiers(title)) in own)
