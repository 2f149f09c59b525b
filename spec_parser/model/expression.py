"""What a sentence of the minimum qualifications says, as a tree that a program can evaluate.

docs/qualifications.md shows every node with an example. A node's `start` and `end` are offsets into the `text` of the
requirement or note that it belongs to, in code points, half open; a child's are within its parent's. Phrases are
substrings of that stretch, as they stand. Every property is present in every node: what the sentence does not say is
null, false or an empty list. What the grammar does not understand is an `unread` node: nothing is guessed.
"""

from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta, Struct

from spec_parser.model.expression_parts import (
    Equivalent,
    ExperienceKind,
    Maximum,
    Measure,
    Number,
    Phrases,
    Rate,
    Unit,
    Within,
)

# Told in the schema's description of an expression; what a node says changes with it, and only with it.
EXPRESSION_VERSION: Final = "1.1"

_Start = Annotated[int, Meta(ge=0, description="First code point of the node in its text, from 0.", examples=[0])]
_End = Annotated[int, Meta(ge=0, description="The code point after its last one.", examples=[58])]


class AllOf(Struct, frozen=True, tag="all_of", tag_field="type", forbid_unknown_fields=True):
    """Every one of its items is required."""

    start: _Start
    end: _End
    items: Annotated[tuple["Expression", ...], Meta(min_length=2, description="What is required, in order.")]


class AnyOf(Struct, frozen=True, tag="any_of", tag_field="type", forbid_unknown_fields=True):
    """One of its items is enough."""

    start: _Start
    end: _End
    items: Annotated[tuple["Expression", ...], Meta(min_length=2, description="The alternatives, in order.")]


class Experience(Struct, frozen=True, tag="experience", tag_field="type", forbid_unknown_fields=True):
    """An amount of experience: `Nine (9) years of professional experience in accounting or auditing.`."""

    start: _Start
    end: _End
    amount: Annotated[Number | None, Meta(description="How much; null where no number is given.", examples=["9"])]
    maximum: Maximum
    unit: Annotated[Unit | None, Meta(description="Unit of the amount, in the singular.", examples=["year"])]
    at_least: Annotated[bool, Meta(description="Whether the sentence says `at least` or `minimum`.", examples=[True])]
    of: Annotated[
        ExperienceKind | Literal["preceding"] | None,
        Meta(
            description="The experience that this is a part of: one of the two sections, or the experience before it in"
            " the same text (`two of these years`). Null where it is an amount of its own.",
            examples=["general_experience"],
        ),
    ]
    kind: Annotated[
        str | None, Meta(description="The words before `experience`, as they stand.", examples=["professional"])
    ]
    areas: Annotated[Phrases | None, Meta(description="The subject areas (`experience in ...`).")]
    conditions: Annotated[
        Phrases | None,
        Meta(description="What the experience must have been, or involved; whole phrases as they stand."),
    ]
    within: Within
    equivalent: Equivalent


class Service(Struct, frozen=True, tag="service", tag_field="type", forbid_unknown_fields=True):
    """Time in a job that is named by its title, or at its level: `two (2) years as a Sample Examiner 1`."""

    start: _Start
    end: _End
    amount: Annotated[Number | None, Meta(description="How long; null where no number is given.", examples=["2"])]
    maximum: Maximum
    unit: Annotated[Unit | None, Meta(description="Unit of the amount, in the singular.", examples=["year"])]
    at_least: Annotated[bool, Meta(description="Whether the sentence says `at least` or `minimum`.", examples=[False])]
    of: Annotated[
        ExperienceKind | Literal["preceding"] | None,
        Meta(description="The experience that this is a part of, as in `experience`.", examples=["general_experience"]),
    ]
    titles: Annotated[Phrases, Meta(description="The titles, as they stand.")]
    or_above: Annotated[
        bool,
        Meta(description="Whether the sentence says `at or above the level of`, or `or higher`.", examples=[False]),
    ]
    conditions: Annotated[Phrases | None, Meta(description="Where or how it must have been served.")]
    within: Within
    equivalent: Equivalent
    state_employees: Annotated[
        bool, Meta(description="Whether the sentence begins `For state employees`.", examples=[True])
    ]


class Degree(Struct, frozen=True, tag="degree", tag_field="type", forbid_unknown_fields=True):
    """A degree: `a Master's degree in accounting, finance or a closely related field`."""

    start: _Start
    end: _End
    level: Annotated[
        Literal["associate", "bachelor", "master", "doctorate", "law", "graduate"] | None,
        Meta(
            description="law: Juris Doctor or law degree; graduate: any degree above a Bachelor's; null: not said.",
            examples=["master"],
        ),
    ]
    fields: Annotated[Phrases | None, Meta(description="Fields of study; null where any will do.")]
    related: Annotated[
        bool, Meta(description="Whether a related field will do (`or a closely related field`).", examples=[True])
    ]
    equivalent: Equivalent
    institution: Annotated[
        str | None,
        Meta(description="Where it must come from, as it stands.", examples=["an accredited college or university"]),
    ]


class Credential(Struct, frozen=True, tag="credential", tag_field="type", forbid_unknown_fields=True):
    """A licence, certificate, registration or professional designation: `a current Master Barber license`."""

    start: _Start
    end: _End
    kind: Annotated[
        Literal["licence", "certificate", "certification", "registration", "permit", "designation"],
        Meta(description="What it is; `licensure` is a licence.", examples=["licence"]),
    ]
    names: Annotated[
        Phrases | None,
        Meta(description="What it is called, or licenses one for (`to practice medicine`), as it stands."),
    ]
    issuer: Annotated[
        str | None, Meta(description="Who issues it, or where it is valid, as it stands.", examples=["Connecticut"])
    ]
    current: Annotated[bool, Meta(description="Whether it must be current, valid or active.", examples=[True])]
    status: Annotated[
        Literal["held", "eligible", "held_or_eligible"],
        Meta(description="Whether it must be held, or being eligible for it is enough.", examples=["held"]),
    ]
    equivalent: Equivalent


class Training(Struct, frozen=True, tag="training", tag_field="type", forbid_unknown_fields=True):
    """Schooling without a degree: college training, a trainee programme, an apprenticeship, a school or course."""

    start: _Start
    end: _End
    kind: Annotated[
        Literal["college", "high_school", "school", "programme", "apprenticeship", "course", "other"],
        Meta(description="What it is.", examples=["apprenticeship"]),
    ]
    name: Annotated[
        str,
        Meta(description="What it is called, without article, as it stands.", examples=["Sample Trainee program"]),
    ]
    stage: Annotated[
        Literal["completed", "enrolled"] | None,
        Meta(description="Whether it must be completed (graduated from), or begun; null: not said.", examples=[None]),
    ]
    amount: Annotated[Number | None, Meta(description="How much of it, if that is said.", examples=["60"])]
    maximum: Maximum
    unit: Annotated[Unit | None, Meta(description="Unit of the amount, in the singular.", examples=["semester_hour"])]
    at_least: Annotated[bool, Meta(description="Whether the sentence says `at least` or `minimum`.", examples=[False])]
    areas: Annotated[Phrases | None, Meta(description="The subjects (`college training in chemistry`).")]
    institution: Annotated[
        str | None, Meta(description="Where it must be taken, as it stands.", examples=["an accredited college"])
    ]
    issuer: Annotated[
        str | None,
        Meta(description="Who gives or approves it, as it stands.", examples=["the Department of Public Health"]),
    ]
    within: Within
    equivalent: Equivalent


class Attestation(Struct, frozen=True, tag="attestation", tag_field="type", forbid_unknown_fields=True):
    """Something without a number that a person must attest: `Any experience and training which provide ...`."""

    start: _Start
    end: _End
    text: Annotated[
        str,
        Meta(
            description="What is to be attested, as it stands.",
            examples=["Any experience and training which provide the abilities listed above"],
        ),
    ]


class Cap(Struct, frozen=True, forbid_unknown_fields=True):
    """The most that a substitution grants: `to a maximum of four (4) years for a Bachelor's degree`."""

    amount: Annotated[Number, Meta(description="The most that is granted.", examples=["4"])]
    unit: Annotated[Unit, Meta(description="Unit of the amount, in the singular.", examples=["year"])]
    requires: Annotated["Expression | None", Meta(description="What one must have to be granted that much.")]
    total: Annotated[
        bool, Meta(description="Whether it is the most that all substitutions grant together.", examples=[False])
    ]


class Substitution(Struct, frozen=True, tag="substitution", tag_field="type", forbid_unknown_fields=True):
    """Something that stands in for experience: in all of it, for an amount, or at a rate."""

    start: _Start
    end: _End
    offer: Annotated["Expression", Meta(description="What stands in for the experience.")]
    instead_of: Annotated[
        tuple[ExperienceKind, ...],
        Meta(
            description="The experience it stands in for; empty where the sentence does not say which.",
            examples=[["general_experience"]],
        ),
    ]
    whole: Annotated[bool, Meta(description="Whether it stands in for all of that experience.", examples=[False])]
    grants: Annotated[Measure | None, Meta(description="A fixed amount that it stands in for.")]
    additional: Annotated[
        bool, Meta(description="Whether that amount is on top of what else was substituted.", examples=[True])
    ]
    rate: Annotated[Rate | None, Meta(description="The rate at which it counts.")]
    caps: Annotated[tuple[Cap, ...], Meta(description="The most that it grants, in order.")]
    state_employees: Annotated[
        bool, Meta(description="Whether the sentence begins `For state employees`.", examples=[False])
    ]


class Interpretation(Struct, frozen=True, tag="interpretation", tag_field="type", forbid_unknown_fields=True):
    """A note: the level of a class at which experience counts (`interpreted at the level of a Sample Examiner`)."""

    start: _Start
    end: _End
    of: Annotated[
        ExperienceKind | None,
        Meta(
            description="The experience meant, where the sentence names it; null: that of the note's section.",
            examples=[None],
        ),
    ]
    subject: Annotated[
        str, Meta(description="What is interpreted, as it stands.", examples=["this experience", "lead experience"])
    ]
    titles: Annotated[Phrases, Meta(description="The titles, as they stand.")]
    or_above: Annotated[
        bool,
        Meta(description="Whether the sentence says `at or above the level of`, or `or higher`.", examples=[False]),
    ]
    state_employees: Annotated[
        bool, Meta(description="Whether the sentence begins `For state employees`.", examples=[True])
    ]


class Definition(Struct, frozen=True, tag="definition", tag_field="type", forbid_unknown_fields=True):
    """A note: what a term of the requirements means (`Lead capacity is defined as ...`)."""

    start: _Start
    end: _End
    term: Annotated[str, Meta(description="The term, as it stands.", examples=["Lead capacity"])]
    meaning: Annotated[
        str, Meta(description="What it means, as it stands.", examples=["assigning and reviewing the work of others"])
    ]


class Elsewhere(Struct, frozen=True, tag="elsewhere", tag_field="type", forbid_unknown_fields=True):
    """A pointer to another text: `See attached addendum.`."""

    start: _Start
    end: _End
    text: Annotated[str, Meta(description="Where to look, as it stands.", examples=["attached addendum"])]


class Unread(Struct, frozen=True, tag="unread", tag_field="type", forbid_unknown_fields=True):
    """A stretch that was not understood, beside others that were. Whether it is met nobody can say."""

    start: _Start
    end: _End
    text: Annotated[str, Meta(description="The words.", examples=["and must swim"])]


Expression: TypeAlias = (
    AllOf
    | AnyOf
    | Experience
    | Service
    | Degree
    | Credential
    | Training
    | Attestation
    | Substitution
    | Interpretation
    | Definition
    | Elsewhere
    | Unread
)
