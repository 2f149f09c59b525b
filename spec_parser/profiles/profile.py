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
    TerminalName,
    Text,
    Texts,
    Version,
)


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
    designation_services: dict[Text, Text] = field(default_factory=dict)
    evident: dict[EvidentKind, Regex] = field(default_factory=dict)
    terminals: dict[GrammarName, dict[TerminalName, Regex]] = field(default_factory=dict)
    code_lists: dict[CodeList, dict[Text, Text]] = field(default_factory=dict)
    code_wording: CodeWording = "{code} {name}"
    conventions: Conventions = field(default_factory=Conventions)

    def coded(self, code: str, name: str) -> str:
        """A code with its name as a page has them."""
        return self.code_wording.replace("{code}", code).replace("{name}", name)

    def grammar_terminals(self, grammar: str) -> dict[str, str]:
        """The terminals that this profile words differently in a grammar."""
        return self.terminals.get(grammar, {})
