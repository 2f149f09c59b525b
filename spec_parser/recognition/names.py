"""Mends what the profile has lists of: headers, and codes with their names."""

from collections.abc import Iterator, Mapping

from spec_parser.recognition.confusions import differences
from spec_parser.recognition.evidence import Change, Evidence

_HEADER = "the profile has a header of this wording, and no other one like it"
_LISTED = "the profile lists this code with this name, and no other one like it"
_FIELDS = {
    "occupational_group": "occupational_group",
    "bargaining_unit": "bargaining_unit",
    "eeo": "eeo_category",
}
"""The sections that hold a code with its name, and the profile's list of them."""
_MOST = 2
# A short text is too like others for two of its characters to be wrong.
_SHORT = 8


def headers(evidence: Evidence) -> Iterator[Change]:
    """Headers that are not worded as the profile has them."""
    document, known = evidence.document, evidence.vocabulary.headers
    for line in document.lines:
        raw = document.text[line.start : line.end]
        text = raw.strip()
        if not text or text in known:
            continue
        wanted = _like(text, (name for name in known if len(name) == len(text)))
        if wanted is not None:
            name, places = wanted
            start = line.start + raw.index(text)
            yield from (Change(start + place, name[place], _HEADER) for place in places)


def listed(evidence: Evidence) -> Iterator[Change]:
    """Codes and names that are not as the profile lists them."""
    for kind, name in _FIELDS.items():
        known: Mapping[str, str] = evidence.profile.code_lists.get(name, {})
        written = [evidence.profile.coded(code, title) for code, title in known.items()]
        for line in evidence.lines(kind):
            if any(line.text.startswith(entry) for entry in written):
                continue
            found = [
                (entry, places)
                for entry in written
                if (places := differences(line.text[: len(entry)], entry, _MOST)) is not None
            ]
            if len(found) == 1:
                yield from evidence.changes(line.excerpt(), *found[0], _LISTED)


def _like(text: str, names: Iterator[str]) -> tuple[str, tuple[int, ...]] | None:
    """The one name that a text was misread from, and where they differ."""
    most = 1 if len(text) < _SHORT else _MOST
    found = [(name, places) for name in names if (places := differences(text, name, most)) is not None]
    return found[0] if len(found) == 1 else None
