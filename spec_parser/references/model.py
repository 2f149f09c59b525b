"""A reference: one place where a class specification names something outside itself."""

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

from spec_parser.model import Span

ReferenceKind = Literal["class", "statute", "act", "bargaining_unit", "agency", "licence"]
NamedCertainty = Literal["exact", "plural", "retitled", "ambiguous", "unresolved"]


class Reference(Struct, frozen=True, forbid_unknown_fields=True):
    """One mention of another class, a statute, an act, a bargaining unit, an agency or a licence."""

    kind: Annotated[ReferenceKind, Meta(description="What is named.", examples=["class"])]
    pointer: Annotated[
        str,
        Meta(
            description="JSON Pointer to the text of the record that names it.",
            examples=["/minimum_qualifications/notes/0/text"],
        ),
    ]
    start: Annotated[int, Meta(ge=0, description="First code point of it in that text, from 0.", examples=[71])]
    end: Annotated[int, Meta(ge=0, description="The code point after its last one.", examples=[99])]
    text: Annotated[str, Meta(description="As printed.", examples=["Payroll Officers 1"])]
    name: Annotated[
        str,
        Meta(
            description=(
                "What it is looked up by: of a class its title in the singular, of a statute or act its number, of a"
                " bargaining unit its designation or code; else as printed."
            ),
            examples=["Payroll Officer 1"],
        ),
    ]
    relation: Annotated[
        str | None,
        Meta(
            description="How a class is named, by the words before it (the profile's); null where they do not say.",
            examples=["level"],
        ),
    ]
    spans: Annotated[
        tuple[Span, ...],
        Meta(
            description=(
                "Where it stands in the document; where cleaning has moved the characters of its text, where that text"
                " stands."
            )
        ),
    ]


class Resolution(NamedTuple):
    """The class of an archive that a title names.

    Attributes:
        certainty: exact: the title of one class. plural: the same in the plural or possessive. retitled: a former
            title of one class. ambiguous: several classes may be meant. unresolved: the archive has no such title.
        codes: of the classes, sorted; more than one only where it is ambiguous.
    """

    certainty: NamedCertainty
    codes: tuple[str, ...]
