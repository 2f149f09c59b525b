"""A comparison as data."""

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

from spec_parser.comparing.pairs import SectionPair
from spec_parser.differences import Change, Edit
from spec_parser.model import Content

Kind = Literal[
    "changed",
    "added",
    "removed",
    "moved",
    "reworded",
    "capitals",
    "punctuation",
    "typography",
    "heading",
    "layout",
    "reading",
]
VerdictKind = Literal["found", "unfounded", "unsaid", "other predecessor"]


class Shift(Struct, frozen=True, forbid_unknown_fields=True):
    """A number that moved."""

    what: Annotated[str, Meta(description="What is counted, or which amount of pay.", examples=["years"])]
    value: Annotated[str, Meta(description="Before, a decimal number.", examples=["8"])]
    other_value: Annotated[str, Meta(description="After.", examples=["9"])]
    by: Annotated[str, Meta(description="The difference, with its sign.", examples=["+1"])]
    percent: Annotated[
        str | None,
        Meta(description="The same in percent of the number before, to two places; null from 0.", examples=["+12.50"]),
    ]


class Difference(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that differs, as a person would put it."""

    part: Annotated[
        str,
        Meta(
            description="title, code, pay, the kind of a section, or the property of the record that alone differs.",
            examples=["duties"],
        ),
    ]
    kind: Annotated[
        Kind,
        Meta(
            description=(
                "changed: a field has another value. added, removed, moved, reworded: a text or section. capitals,"
                " punctuation, typography: only that of a text differs. heading: of a section. layout: level, number or"
                " form of a text. reading: the texts are the same, what was read from them is not."
            ),
            examples=["reworded"],
        ),
    ]
    pointer: Annotated[
        str | None, Meta(description="JSON Pointer in the old record; null for what is new.", examples=["/pay"])
    ]
    other_pointer: Annotated[
        str | None, Meta(description="JSON Pointer in the new record; null for what is gone.", examples=["/pay"])
    ]
    value: Annotated[str | None, Meta(description="The old text.", examples=["Keeps logs;"])]
    other_value: Annotated[str | None, Meta(description="The new text.", examples=["Keeps the logs;"])]
    number: Annotated[int | None, Meta(description="Which item of the old list it is, from 1.", examples=[3])] = None
    other_number: Annotated[int | None, Meta(description="Which of the new one.", examples=[4])] = None
    texts: Annotated[int | None, Meta(description="How many texts an added or removed section has.", examples=[18])] = (
        None
    )
    shifts: Annotated[tuple[Shift, ...], Meta(description="Amounts of pay and numbers that moved.")] = ()
    edits: Annotated[
        tuple[Edit, ...],
        Meta(
            description="Both texts in one, stretch by stretch: same, removed, added.", examples=[[["same", "Keeps "]]]
        ),
    ] = ()


class Verdict(Struct, frozen=True, forbid_unknown_fields=True):
    """What the new cancellation clause says was changed, set against what was."""

    kind: Annotated[
        VerdictKind,
        Meta(
            description=(
                "found: the clause says it, and it is so. unfounded: the clause says it, and nothing of the kind"
                " differs. unsaid: it differs, and the clause does not say so. other predecessor: the clause replaces"
                " another specification than the old one."
            ),
            examples=["unfounded"],
        ),
    ]
    words: Annotated[str | None, Meta(description="The words of the clause.", examples=["modify content"])]
    parts: Annotated[tuple[str, ...], Meta(description="Which parts are meant.", examples=[["duties"]])]
    differences: Annotated[int, Meta(description="How many differences there are in them.", examples=[3])]


class Comparison(NamedTuple):
    """Two specifications, side by side.

    Attributes:
        old, new: what they say.
        sections: the way through both documents at once.
        differences: what differs, in the order in which it is read; empty only where nothing differs at all.
        verdicts: what the new cancellation clause says to that.
        changes: with which `new` is made of `old`, exactly.
    """

    old: Content
    new: Content
    sections: tuple[SectionPair, ...]
    differences: tuple[Difference, ...]
    verdicts: tuple[Verdict, ...]
    changes: tuple[Change, ...]


class Identity(NamedTuple):
    """What tells one revision of one class from all others. Sorts by class, then by revision."""

    jurisdiction: str
    code: str
    revision: str

    @property
    def text(self) -> str:
        """As one word: `us-ct/4978AR/2024-11-07`; without a revision where a class has one only."""
        return "/".join(filter(None, self))
