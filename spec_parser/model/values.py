"""The fields of a record that are read from short structured texts.

Each keeps its `text` as it stands in the document, cleaned; what could not be read from it is null.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from spec_parser.model.expression import EXPRESSION_VERSION, Expression
from spec_parser.model.expression_parts import Understood

# In Python `$` lets a line end through; validators of other languages do not, and all shall agree.
_ONE_LINE = {"not": {"pattern": "\n"}}

Amount = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]+\.[0-9]{2}$",
        description="Dollars and cents.",
        examples=["53.18"],
        extra_json_schema=_ONE_LINE,
    ),
]
Decimal = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]+(\.[0-9]+)?$",
        description="A decimal number.",
        examples=["37.5"],
        extra_json_schema=_ONE_LINE,
    ),
]
IsoDate = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        max_length=10,
        description="An ISO 8601 date.",
        examples=["2024-11-07"],
    ),
]


class Identity(Struct, frozen=True, forbid_unknown_fields=True):
    """The class's code and title, and what the title says."""

    code: Annotated[
        str | None, Meta(description="Class code, from the title line, else from the footer.", examples=["4978AR"])
    ]
    title: Annotated[
        str | None,
        Meta(
            description="Title as printed, qualifiers included, code left out.",
            examples=["Sample Examiner 2 (35 Hour)"],
        ),
    ]
    series: Annotated[str | None, Meta(description="Title without qualifiers and level.", examples=["Sample Examiner"])]
    level: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="Level in the series, from an arabic or roman numeral.", examples=[2]),
    ]
    qualifiers: Annotated[
        tuple[str, ...], Meta(description="What stands in parentheses after the title.", examples=[["35 Hour"]])
    ]


class PayRange(Struct, frozen=True, forbid_unknown_fields=True):
    """Both ends of a pay range in one period."""

    min: Annotated[Amount, Meta(description="Lower end.", examples=["53.18"])]
    max: Annotated[Amount, Meta(description="Upper end.", examples=["72.51"])]


class Pay(Struct, frozen=True, forbid_unknown_fields=True):
    """The pay line. Pay is dated by when it was seen; it is no part of a specification's identity."""

    text: Annotated[str, Meta(description="The pay line.", examples=["$53.18-$72.51 Hourly / ..."])]
    kind: Annotated[
        Literal["range", "flat", "variable"] | None,
        Meta(
            description="range; flat: both ends equal; variable: a placeholder, not pay. Null if unread.",
            examples=["range"],
        ),
    ]
    hourly: Annotated[PayRange | None, Meta(description="Pay an hour.")]
    biweekly: Annotated[PayRange | None, Meta(description="Pay in two weeks.")]
    yearly: Annotated[PayRange | None, Meta(description="Pay a year.")]
    weekly_hours: Annotated[
        Decimal | None,
        Meta(description="Hours a week, derived from the arithmetic of the amounts.", examples=["40"]),
    ]
    currency: Annotated[str, Meta(description="ISO 4217 code.", examples=["USD"])]


class SalaryGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """Pay plan and grade."""

    text: Annotated[str, Meta(description="The salary group as printed.", examples=["AR2 67"])]
    plan: Annotated[str | None, Meta(description="Pay plan.", examples=["AR2"])]
    grade: Annotated[str | None, Meta(description="Grade within the plan, leading zeros kept.", examples=["67"])]


class Designation(Struct, frozen=True, forbid_unknown_fields=True):
    """Whether positions in the class are classified, and how they are filled."""

    text: Annotated[str, Meta(description="The designation as printed.", examples=["Classified/Competitive"])]
    service: Annotated[str | None, Meta(description="classified or unclassified.", examples=["classified"])]
    selection: Annotated[
        str | None, Meta(description="How positions are filled, in lower case.", examples=["competitive"])
    ]


class CodedField(Struct, frozen=True, forbid_unknown_fields=True):
    """A code and its name: `(15)-Insurance Programs and Control`."""

    text: Annotated[str, Meta(description="The field as printed.", examples=["(2)-Professional"])]
    code: Annotated[str | None, Meta(description="The code, leading zeros kept.", examples=["2"])]
    name: Annotated[str | None, Meta(description="The name.", examples=["Professional"])]


class BargainingUnit(Struct, frozen=True, forbid_unknown_fields=True):
    """The bargaining unit: code, name and unit designation."""

    text: Annotated[str, Meta(description="The field as printed.", examples=["(16)-ADMIN & RESID (P-5)"])]
    code: Annotated[str | None, Meta(description="The code, leading zeros kept.", examples=["16"])]
    name: Annotated[str | None, Meta(description="The name without the unit.", examples=["ADMIN & RESID"])]
    unit: Annotated[str | None, Meta(description="The unit's designation.", examples=["P-5"])]


class Duty(Struct, frozen=True, forbid_unknown_fields=True):
    """One example of duties."""

    text: Annotated[str, Meta(description="The duty; a closing semicolon is dropped.", examples=["Prepares budgets"])]
    label: Annotated[str | None, Meta(description="The sub-label it stands under.", examples=["LEAD LEVEL"])]
    verb: Annotated[
        str | None,
        Meta(
            description=(
                "The verb it opens with, as printed; of `May supervise` that is `supervise`. Null where it opens with"
                " none that the profile knows."
            ),
            examples=["Prepares"],
        ),
    ]


class Statement(Struct, frozen=True, forbid_unknown_fields=True):
    """One statement of knowledge, skill or ability."""

    stem: Annotated[
        str | None, Meta(description="The parent item it completes.", examples=["Considerable knowledge of"])
    ]
    text: Annotated[
        str, Meta(description="The item itself; a closing semicolon is dropped.", examples=["records management"])
    ]
    statement: Annotated[
        str, Meta(description="The full sentence.", examples=["Considerable knowledge of records management"])
    ]
    kind: Annotated[
        Literal["knowledge", "skill", "ability"] | None,
        Meta(
            description="What is asked for; of several (`Skill and ability to`) the first. Null where none is named.",
            examples=["knowledge"],
        ),
    ]
    degree: Annotated[
        str | None,
        Meta(
            description="How much of it, in lower case; null where the statement does not open with a degree.",
            examples=["considerable"],
        ),
    ]


class Quantity(Struct, frozen=True, forbid_unknown_fields=True):
    """A number written as a word with its numeral: `Nine (9)`."""

    text: Annotated[str, Meta(description="As printed.", examples=["one-half (1/2)"])]
    value: Annotated[
        Decimal | None, Meta(description="The number; null where word and numeral disagree.", examples=["0.5"])
    ]


class Citation(Struct, frozen=True, forbid_unknown_fields=True):
    """A statute, regulation or act that the specification names."""

    text: Annotated[str, Meta(description="As printed.", examples=["Section 5-198(7)(A)"])]
    kind: Annotated[Literal["statute", "act"], Meta(description="What is cited.", examples=["statute"])]
    number: Annotated[str, Meta(description="Number of the section or act.", examples=["5-198"])]
    subsections: Annotated[tuple[str, ...], Meta(description="Subsections, outermost first.", examples=[["7", "A"]])]


_EXPRESSION = Meta(
    description=f"What the text says, as a tree (version {EXPRESSION_VERSION}, docs/qualifications.md); null where"
    " nothing of it was understood."
)
_UNDERSTOOD = Meta(
    description="whole: the expression says all that the text says. partial: it has `unread` nodes, at which it does"
    " not. text: there is no expression.",
    examples=["whole"],
)


class Requirement(Struct, frozen=True, forbid_unknown_fields=True):
    """One statement of the minimum qualifications."""

    text: Annotated[str, Meta(description="The statement.", examples=["Nine (9) years of experience in insurance."])]
    quantities: Annotated[tuple[Quantity, ...], Meta(description="Numbers written as word and numeral, in order.")]
    understood: Annotated[Understood, _UNDERSTOOD]
    expression: Annotated[Expression | None, _EXPRESSION]


class Note(Struct, frozen=True, forbid_unknown_fields=True):
    """A note to the minimum qualifications."""

    text: Annotated[str, Meta(description="The note.", examples=["NOTE: Hours are counted weekly."])]
    section: Annotated[
        str, Meta(description="Kind of the section that the note qualifies.", examples=["special_experience"])
    ]
    quantities: Annotated[tuple[Quantity, ...], Meta(description="Numbers written as word and numeral, in order.")]
    understood: Annotated[Understood, _UNDERSTOOD]
    expression: Annotated[Expression | None, _EXPRESSION]


class MinimumQualifications(Struct, frozen=True, forbid_unknown_fields=True):
    """What an applicant must bring."""

    general_experience: Annotated[Requirement | None, Meta(description="The General Experience.")]
    special_experience: Annotated[Requirement | None, Meta(description="The Special Experience.")]
    substitutions: Annotated[tuple[Requirement, ...], Meta(description="What may stand in for experience.")]
    notes: Annotated[tuple[Note, ...], Meta(description="Notes to any of these sections.")]
    other: Annotated[
        tuple[Requirement, ...], Meta(description="Statements under a bare header, neither general nor special.")
    ]


class Footer(Struct, frozen=True, forbid_unknown_fields=True):
    """The last line: class code, established, revised."""

    text: Annotated[str, Meta(description="The footer.", examples=["CLASS: 4978AR; REV: 11/13/2024;"])]
    code: Annotated[str | None, Meta(description="Class code in the footer.", examples=["4978AR"])]
    established: Annotated[IsoDate | None, Meta(description="Date the class was established.", examples=["1987-10-01"])]
    revised: Annotated[IsoDate | None, Meta(description="Date the page was revised.", examples=["2024-11-13"])]


class Reference(Struct, frozen=True, forbid_unknown_fields=True):
    """The number of the decision that a cancellation clause ends with."""

    kind: Annotated[str, Meta(description="Final, Item or Action.", examples=["Item"])]
    number: Annotated[str, Meta(description="The number.", examples=["24-097"])]


class Cancellation(Struct, frozen=True, forbid_unknown_fields=True):
    """The cancellation clause: which specification this one replaces, and why."""

    text: Annotated[str, Meta(description="The clause.", examples=["New job code. Item No. 24-167"])]
    kind: Annotated[
        Literal["replaces", "new"] | None,
        Meta(description="Replaces an earlier specification, or is new. Null if unread.", examples=["replaces"]),
    ]
    title: Annotated[
        str | None, Meta(description="Title of the replaced class.", examples=["Insurance Program Manager"])
    ]
    retitled: Annotated[
        bool | None, Meta(description="True where the title is replaced too; null for a new class.", examples=[True])
    ]
    salary_group: Annotated[SalaryGroup | None, Meta(description="Salary group of the replaced specification.")]
    approved_effective: Annotated[
        IsoDate | None,
        Meta(description="Date on which the replaced specification was approved effective.", examples=["2021-04-29"]),
    ]
    reasons: Annotated[
        tuple[str, ...], Meta(description="The reasons, sentence by sentence.", examples=[["Reviewed for content."]])
    ]
    reference: Annotated[Reference | None, Meta(description="Number of the decision.")]
