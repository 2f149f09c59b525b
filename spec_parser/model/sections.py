"""The cleaned reading of the whole document: its sections in order, each a list of blocks."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

BlockType = Literal["paragraph", "list", "label", "note", "table", "alternatives"]


class Clause(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """One lettered or numbered clause inside a paragraph or bullet: `(a) ...`, `(1) ... OR (2) ...`."""

    marker: Annotated[str, Meta(description="The clause's letter or number as printed.", examples=["(a)"])]
    text: Annotated[str, Meta(description="The clause's text.", examples=["one (1) year as a clerk;"])]


class Item(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """One item of a list. Lists are flat: nesting is told by the level."""

    level: Annotated[
        int, Meta(ge=1, le=8, description="Depth of the item, from 1; deeper than 8 is recorded as 8.", examples=[1])
    ]
    marker: Annotated[
        str | None, Meta(description="The number or letter of a numbered item; null for a bullet.", examples=["1."])
    ]
    text: Annotated[str, Meta(description="The item's text.", examples=["Prepares budgets;"])]
    clauses: Annotated[tuple[Clause, ...], Meta(description="Lettered or numbered clauses within the text.")]


class Block(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A paragraph, list, label, note, table or group of alternatives."""

    type: Annotated[BlockType, Meta(description="What the block is.", examples=["list"])]
    text: Annotated[
        str | None,
        Meta(
            description="Text of a paragraph, label, note or run-in alternatives; null for other blocks.",
            examples=["LEAD LEVEL"],
        ),
    ]
    items: Annotated[
        tuple[Item, ...],
        Meta(description="Items of a list or of a note, or the alternatives one of which is enough (`OR`)."),
    ]
    clauses: Annotated[tuple[Clause, ...], Meta(description="Lettered or numbered clauses within the text.")]
    rows: Annotated[
        tuple[tuple[str, ...], ...],
        Meta(description="Cells of a table, row by row.", examples=[[["Step", "Pay"], ["1", "20.00"]]]),
    ]


class Section(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A header and what stands under it."""

    kind: Annotated[
        Literal[
            "masthead",
            "banner",
            "purpose",
            "guidelines",
            "supervision_received",
            "supervision_exercised",
            "duties",
            "knowledge_skill_ability",
            "minimum_qualifications",
            "general_experience",
            "special_experience",
            "substitutions",
            "preferred_qualifications",
            "special_requirements",
            "character_requirements",
            "physical_requirements",
            "working_conditions",
            "appointment",
            "compensation_guidelines",
            "designation",
            "occupational_group",
            "bargaining_unit",
            "eeo",
            "salary",
            "acknowledgement",
            "cancellation",
            "effective_date",
            "footer",
            "unrecognised",
        ],
        Meta(description="Which section of a class specification it is.", examples=["duties"]),
    ]
    heading: Annotated[
        str | None, Meta(description="The header as printed; null where none stands.", examples=["EXAMPLES OF DUTIES"])
    ]
    blocks: Annotated[tuple[Block, ...], Meta(description="What stands under the header, in order.")]
