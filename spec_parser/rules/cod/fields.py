"""The fields that have a code and a name, with the profile's list for each."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spec_parser.rules.hdr.strays import holds_stray
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

_FIELDS = {
    "occupational_group": "occupational group",
    "bargaining_unit": "bargaining unit",
    "eeo_category": "EEO category",
}


class Coded(NamedTuple):
    """A coded field that has both code and name.

    Attributes:
        noun: what the field is called.
        code: as it stands.
        name: as it stands.
        codes: the profile's list: names by codes.
        printed_code: where the code stands.
        printed_name: where the name stands.
    """

    noun: str
    code: str
    name: str
    codes: Mapping[str, str]
    printed_code: Value
    printed_name: Value


def coded_fields(subject: Subject) -> Iterator[Coded]:
    """The coded fields of a record of which the profile has a list; those into which another was read are left out."""
    for field, noun in _FIELDS.items():
        value = getattr(subject.content, field)
        codes = subject.profile.code_lists.get(field)
        code, name = subject.printed(f"/{field}/code"), subject.printed(f"/{field}/name")
        if value is None or not value.code or not value.name or not codes or code is None or name is None:
            continue
        if not holds_stray(subject, name):
            yield Coded(noun, value.code, value.name, codes, code, name)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, capitals, blanks and `&` for `and` apart."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("&", " and ").split())
