"""The words that entries of a profile are made of: kinds of section, texts, amounts, names."""

from typing import Annotated, Literal

from msgspec import Meta

Body = Literal["text", "list", "field"]

# The kinds of section that a header opens; masthead, banner and footer have none. `unrecognised` is for headings that
# are known not to belong to a specification: a job posting's own, between those of the specification it embeds.
HeaderKind = Literal[
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
    "unrecognised",
]

# The kinds of section that a line can be told to be by its own form, where headers are gone.
EvidentKind = Annotated[
    str,
    Meta(
        pattern="^(designation|occupational_group|bargaining_unit|eeo|salary|acknowledgement|cancellation|effective_date)$"
    ),
]

Text = Annotated[str, Meta(min_length=1)]
Regex = Annotated[str, Meta(min_length=1)]
Amount = Annotated[str, Meta(pattern=r"^[0-9]+\.[0-9]{2}$")]
# Never zero: amounts are divided by it.
Quantity = Annotated[str, Meta(pattern=r"^[1-9][0-9]*(\.[0-9]+)?$")]
NOTHING = "(?!)"  # the regular expression that no text matches
Texts = Annotated[tuple[Text, ...], Meta(min_length=1)]
Identifier = Annotated[str, Meta(pattern="^[a-z]{2,3}-[a-z0-9]{1,8}$")]
Version = Annotated[str, Meta(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
GrammarName = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]
TerminalName = Annotated[str, Meta(pattern="^_?[A-Z][A-Z0-9_]*$")]
RelationName = Annotated[str, Meta(pattern="^[a-z][a-z_]*$")]
CodeWording = Annotated[str, Meta(pattern=r"^[^{}]*\{code\}[^{}]*\{name\}[^{}]*$")]
CodeList = Annotated[str, Meta(pattern="^(occupational_group|bargaining_unit|eeo_category)$")]
