"""A jurisdiction's profile: everything about its specifications that is knowledge and not logic.

What schemas/profile.schema.json demands, these types demand as well: a profile that satisfies them is loaded
without the schema, which describes the entries for people and explains what is wrong with a broken one.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from spec_parser.profiles.conventions import Conventions
from spec_parser.profiles.entries import (
    NOTHING,
    Amount,
    Body,
    CodeList,
    CodeWording,
    Currency,
    EvidentKind,
    GrammarName,
    HeaderKind,
    Identifier,
    Quantity,
    Regex,
    RelationName,
    TerminalName,
    Text,
    Texts,
    Version,
)

# What a cancellation clause can say was changed: a field, the format, all content that is no field, or one section.
ClaimedPart = Literal[
    "title",
    "code",
    "pay",
    "content",
    "format",
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
]


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """A section header: what it opens, how it is worded, and what is expected under it.

    `names` stand on a line of their own; `run_in` names are followed by the section's text on the same line.
    """

    kind: HeaderKind
    names: Texts
    run_in: tuple[Text, ...] = ()
    body: Body = "text"


class Placeholder(Struct, frozen=True, forbid_unknown_fields=True):
    """An amount that stands on the pay line where pay varies, and is no pay."""

    period: Literal["hourly", "biweekly", "yearly"]
    end: Literal["min", "max"]
    amount: Amount


class PayRules(Struct, frozen=True, forbid_unknown_fields=True):
    """The arithmetic of pay: amounts are decimal strings, hours are hours a week."""

    currency: Currency
    biweekly_periods_in_year: Quantity
    weekly_hours: Annotated[tuple[Quantity, ...], Meta(min_length=1)]
    placeholders: tuple[Placeholder, ...]


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in the reasons of a cancellation clause, and what they say was changed.

    `parts` is empty for words that claim no change: a specification was reviewed.
    """

    words: Regex
    parts: tuple[ClaimedPart, ...] = ()
    change: Literal["any", "added", "removed"] = "any"


class LinePatterns(Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions, matched at the start of a cleaned line, that tell what a line is."""

    title: Regex
    pay: Regex
    footer: Regex
    note: Regex
    alternative: Regex
    masthead: tuple[Regex, ...]
    banner: tuple[Regex, ...]
    furniture: tuple[Regex, ...]
    class_table_head: Regex = NOTHING
    class_row: Regex = NOTHING
    code_row_head: Regex = NOTHING


class DutyVerbs(Struct, frozen=True, forbid_unknown_fields=True):
    """The verbs that duties open with, in the third person: `Prepares`.

    What may stand before the verb is the pattern `openers`; after it the verb may be in its base form: `May prepare`.
    """

    words: tuple[Text, ...]
    openers: Regex = NOTHING


class StatementWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that statements of knowledge, skill and ability open with."""

    degrees: tuple[Text, ...]
    knowledge: tuple[Text, ...]
    skill: tuple[Text, ...]
    ability: tuple[Text, ...]


class Introduction(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand right before the title of a class, and how it is named by them.

    `several`: they announce more than one. `enough`: capitalised words after them are a title whatever else is said.
    """

    relation: RelationName
    pattern: Regex
    several: bool = False
    enough: bool = True


class ReferenceWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words by which classes, agencies, licences and bargaining units are told in running text.

    Classes by what stands before a title (`introductions`; `continuation` in a list of titles) and after it
    (`followers`). Words of `not_first` open no title, those of `not_in_title` stand in none; a number after a word of
    `numbered` is no level. Agencies by their whole name (`agencies`), their first word (`agency_heads`) or their last
    (`agency_tails`). Licences by the word after their name (`licence_words`), by their first word (`licence_heads`), or
    by a pattern.
    """

    introductions: tuple[Introduction, ...] = ()
    continuation: Regex = NOTHING
    followers: Regex = NOTHING
    not_first: tuple[Text, ...] = ()
    not_in_title: tuple[Text, ...] = ()
    numbered: tuple[Text, ...] = ()
    agencies: tuple[Text, ...] = ()
    agency_heads: tuple[Text, ...] = ()
    agency_tails: tuple[Text, ...] = ()
    licence_words: tuple[Text, ...] = ()
    licence_heads: tuple[Text, ...] = ()
    licences: tuple[Regex, ...] = ()
    bargaining_units: tuple[Regex, ...] = ()


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """One jurisdiction's profile, as its TOML file has it. Described in schemas/profile.schema.json."""

    id: Identifier
    version: Version
    name: Text
    headers: Annotated[tuple[Header, ...], Meta(min_length=1)]
    lines: LinePatterns
    stems: tuple[Text, ...]
    complete_statement: Regex
    prepositions: tuple[Text, ...]
    pay: PayRules
    citation_triggers: tuple[Text, ...]
    duty_verbs: DutyVerbs = DutyVerbs(())
    statement_words: StatementWords = StatementWords((), (), (), ())
    references: ReferenceWords = ReferenceWords()
    designation_services: dict[Text, Text] = field(default_factory=dict)
    evident: dict[EvidentKind, Regex] = field(default_factory=dict)
    terminals: dict[GrammarName, dict[TerminalName, Regex]] = field(default_factory=dict)
    code_lists: dict[CodeList, dict[Text, Text]] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    code_wording: CodeWording = "{code} {name}"
    conventions: Conventions = field(default_factory=Conventions)

    def coded(self, code: str, name: str) -> str:
        """A code with its name as a page has them."""
        return self.code_wording.replace("{code}", code).replace("{name}", name)

    def grammar_terminals(self, grammar: str) -> dict[str, str]:
        """The terminals that this profile words differently in a grammar."""
        return self.terminals.get(grammar, {})
