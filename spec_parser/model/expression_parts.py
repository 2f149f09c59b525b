"""What the nodes of an expression are made of: amounts, units, lists of phrases."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Understood = Literal["whole", "partial", "text"]
ExperienceKind = Literal["general_experience", "special_experience"]

# In Python `$` lets a line end through; validators of other languages do not, and all shall agree.
_ONE_LINE = {"not": {"pattern": "\n"}}

Number = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]+(\.[0-9]+)?$", description="A decimal number.", examples=["0.5"], extra_json_schema=_ONE_LINE
    ),
]
Unit = Annotated[
    str,
    Meta(
        pattern="^[a-z]+(_[a-z]+)*$",
        description="A unit in the singular: year, month, week, hour, semester_hour, credit_hour.",
        examples=["year"],
        extra_json_schema=_ONE_LINE,
    ),
]


class Measure(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """An amount with its unit: `fifteen (15) semester hours`."""

    amount: Annotated[Number, Meta(description="The number.", examples=["15"])]
    unit: Annotated[Unit, Meta(description="Its unit, in the singular.", examples=["semester_hour"])]


class Phrases(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Phrases as they stand, and the word that joins them: `accounting, business or finance`."""

    joined: Annotated[
        Literal["and", "or", "and/or"] | None,
        Meta(
            description="or: one of them is enough. and: all of them. and/or: as printed; null: one phrase alone.",
            examples=["or"],
        ),
    ]
    items: Annotated[
        tuple[Annotated[str, Meta(min_length=1)], ...],
        Meta(min_length=1, description="The phrases, in order.", examples=[["accounting", "business", "finance"]]),
    ]


class Rate(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """How much is granted for how much: `fifteen (15) semester hours equalling one-half (1/2) year`."""

    per: Annotated[Measure, Meta(description="So much of what is offered ...")]
    grants: Annotated[Measure, Meta(description="... counts as so much experience.")]


Maximum = Annotated[
    Number | None,
    Meta(
        description="The upper end of a range (`one (1) to three (3) years`), which requires no more than its lower"
        " end, the amount; null where no range is given.",
        examples=["3"],
    ),
]
Within = Annotated[
    Measure | None,
    Meta(description="How long ago at most (`gained within the last five (5) years`); null where it may be any time."),
]
Equivalent = Annotated[
    str | None,
    Meta(
        description="What will do as well, where the sentence says that an equivalent will, as it stands.",
        examples=["its equivalent", "equivalent experience"],
    ),
]
