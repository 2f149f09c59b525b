"""What a rule may know of the other classes: an archive that `spec-parser convert` has made, read when first asked."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from spec_parser.errors import UnreadableError
from spec_parser.model import Cancellation, Identity, MinimumQualifications, Pay, SalaryGroup
from spec_parser.profiles.profile import Profile

if TYPE_CHECKING:
    from spec_parser.references import Reference, ReferenceReader, Titles

RECORDS = "records.ndjson"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class KnownRecord(Struct, frozen=True):
    """What is kept of a record: what rules compare, and nothing else."""

    job_class: Identity
    pay: Pay | None
    salary_group: SalaryGroup | None
    minimum_qualifications: MinimumQualifications
    cancellation: Cancellation | None
    effective_date: str | None


class KnownClass(Struct, frozen=True):
    """A revision of a class in the archive.

    Attributes:
        key: of the revision.
        code: of the class.
        is_latest: whether no later revision of the class is known.
        replaced_by: keys of the revisions whose cancellation clauses replace it.
    """

    key: str
    code: str | None
    is_latest: bool
    replaced_by: tuple[str, ...]
    record: KnownRecord

    @property
    def title(self) -> str | None:
        """The title, qualifiers included."""
        return self.record.job_class.title

    @property
    def level(self) -> int | None:
        """Its level in the series."""
        return self.record.job_class.level

    @property
    def is_cancelled(self) -> bool:
        """Whether it is the last of its class and another class has taken its place."""
        return self.is_latest and bool(self.replaced_by)


class _Texts(Struct, frozen=True):
    """The texts of a record, of which words are counted."""

    sections: list[dict[str, Any]]


class _Latest(Struct, frozen=True):
    is_latest: bool
    record: _Texts


class Archive:
    """The classes in the output folder of `spec-parser convert`.

    Raises:
        UnreadableError: on first use, where the folder holds no archive.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / RECORDS
        self._reader: tuple[Profile, ReferenceReader] | None = None

    @cached_property
    def revisions(self) -> tuple[KnownClass, ...]:
        """All revisions of all classes, in the order of their keys."""
        return tuple(self._decoded(KnownClass))

    @cached_property
    def classes(self) -> tuple[KnownClass, ...]:
        """The latest revision of each class."""
        return tuple(one for one in self.revisions if one.is_latest)

    @cached_property
    def codes(self) -> dict[str, KnownClass]:
        """The latest revision of each class by its code."""
        return {one.code: one for one in self.classes if one.code is not None}

    @cached_property
    def titles(self) -> dict[str, tuple[KnownClass, ...]]:
        """The latest revisions by their titles, qualifiers left out, in the form that `plain_title` gives."""
        return _grouped((plain_title(_bare(one)), one) for one in self.classes)

    @cached_property
    def former_titles(self) -> dict[str, tuple[KnownClass, ...]]:
        """Earlier revisions, and those that name the title they replace, by titles that no class has now."""
        named = [
            *[(plain_title(_bare(one)), one) for one in self.revisions if not one.is_latest],
            *[
                (plain_title(one.record.cancellation.title), one)
                for one in self.revisions
                if one.record.cancellation is not None and one.record.cancellation.title is not None
            ],
        ]
        return _grouped((title, one) for title, one in named if title not in self.titles)

    @cached_property
    def series(self) -> dict[str, tuple[KnownClass, ...]]:
        """The classes of each series by its name in the form that `plain_title` gives, lowest level first."""
        found = _grouped(
            (plain_title(one.record.job_class.series), one)
            for one in self.classes
            if one.record.job_class.series is not None
        )
        return {name: tuple(sorted(group, key=lambda one: one.level or 0)) for name, group in found.items()}

    @cached_property
    def known_titles(self) -> "Titles":
        """All titles that classes have or had, by which mentions of classes are resolved."""
        from spec_parser.references import Title, Titles  # where an archive is asked

        named = [Title(one.code, one.title, one.is_latest) for one in self.revisions if one.code and one.title]
        replaced = [
            Title(one.code, one.record.cancellation.title, current=False)
            for one in self.revisions
            if one.code and one.record.cancellation is not None and one.record.cancellation.title is not None
        ]
        return Titles([*named, *replaced])

    def mentions(self, record: Mapping[str, Any], profile: Profile) -> "tuple[Reference, ...]":
        """What a record names, titles of the archive wherever they stand."""
        from spec_parser.references import ReferenceReader  # where an archive is asked

        if self._reader is None or self._reader[0] is not profile:
            self._reader = (profile, ReferenceReader(profile, self.known_titles))
        return self._reader[1].read(record)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word, in lower case, stands in the latest revisions."""
        return Counter(
            word.lower()
            for one in self._decoded(_Latest)
            if one.is_latest
            for text in _strings(one.record.sections)
            for word in _WORD.findall(text)
        )

    def _decoded(self, kind: type[Any]) -> Iterator[Any]:
        decoder = msgspec.json.Decoder(kind)
        try:
            with self._path.open("rb") as lines:
                for line in lines:
                    yield decoder.decode(line)
        except OSError as error:
            raise UnreadableError(
                f"{self._path}: cannot be read: {error.strerror}; give the folder that `spec-parser convert` wrote to"
            ) from error
        except msgspec.DecodeError as error:
            raise UnreadableError(
                f"{self._path}: is no archive of this version ({error}); convert it again with `spec-parser convert`"
            ) from error


def plain_title(title: str) -> str:
    """A title as titles are compared: small letters, one kind of apostrophe and dash, single blanks."""
    return " ".join(title.replace("’", "'").replace("–", "-").replace("—", "-").lower().split())


def _bare(known: KnownClass) -> str:
    """The title of a class without its qualifiers."""
    identity = known.record.job_class
    if identity.series is None:
        return identity.title or ""
    return f"{identity.series} {identity.level}" if identity.level is not None else identity.series


def _grouped(pairs: "Iterator[tuple[str, KnownClass]]") -> dict[str, tuple[KnownClass, ...]]:
    found: dict[str, list[KnownClass]] = {}
    for name, one in pairs:
        if name:
            found.setdefault(name, []).append(one)
    return {name: tuple(group) for name, group in found.items()}


def _strings(value: Any) -> Iterator[str]:
    """The texts of sections, kinds and types left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("kind", "type", "marker", "clauses"):
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
