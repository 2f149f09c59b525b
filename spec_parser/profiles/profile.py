"""A jurisdiction's profile: everything about its specifications that is knowledge and not logic."""

from typing import Literal

from msgspec import Struct, field

Body = Literal["text", "list", "field"]


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """A section header: what it opens, how it is worded, and what is expected under it."""

    kind: str
    names: tuple[str, ...]
    body: Body = "text"


class Placeholder(Struct, frozen=True, forbid_unknown_fields=True):
    """An amount that stands on the pay line where pay varies, and is no pay."""

    period: Literal["hourly", "biweekly", "yearly"]
    end: Literal["min", "max"]
    amount: str


class PayRules(Struct, frozen=True, forbid_unknown_fields=True):
    """The arithmetic of pay: amounts are decimal strings, hours are hours a week."""

    currency: str
    biweekly_periods_in_year: str
    weekly_hours: tuple[str, ...]
    placeholders: tuple[Placeholder, ...]


class LinePatterns(Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions, matched at the start of a cleaned line, that tell what a line is."""

    title: str
    pay: str
    footer: str
    note: str
    alternative: str
    masthead: tuple[str, ...]
    banner: tuple[str, ...]
    furniture: tuple[str, ...]


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """One jurisdiction's profile, as its TOML file has it. Described in schemas/profile.schema.json."""

    id: str
    version: str
    name: str
    headers: tuple[Header, ...]
    lines: LinePatterns
    stems: tuple[str, ...]
    prepositions: tuple[str, ...]
    pay: PayRules
    citation_triggers: tuple[str, ...]
    designation_services: dict[str, str] = field(default_factory=dict)
    terminals: dict[str, dict[str, str]] = field(default_factory=dict)
    code_lists: dict[str, dict[str, str]] = field(default_factory=dict)

    def grammar_terminals(self, grammar: str) -> dict[str, str]:
        """The terminals that this profile words differently in a grammar."""
        return self.terminals.get(grammar, {})
