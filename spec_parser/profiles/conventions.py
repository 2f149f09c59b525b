"""What a jurisdiction's specifications keep to, beyond what is needed to read them: known to the rules of `check` only.

No record depends on any of it. What a profile does not say, no rule asks for.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from spec_parser.profiles.entries import NOTHING, HeaderKind, Quantity, Regex, Text, Texts

PayPeriod = Literal["hourly", "biweekly", "yearly"]
# "0" where nothing is known.
Days = Annotated[str, Meta(pattern="^[0-9]{1,4}$")]


class RequiredPart(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that every whole specification must say, and the sections any of which says it."""

    what: Text
    any_of: Annotated[tuple[HeaderKind, ...], Meta(min_length=1)]


class PayPlan(Struct, frozen=True, forbid_unknown_fields=True):
    """A pay plan: the letters that its class codes end with, the plans of its salary groups, its bargaining units."""

    letters: Text
    groups: Texts
    bargaining_units: tuple[Text, ...] = ()


class Unit(Struct, frozen=True, forbid_unknown_fields=True):
    """What is counted, worded for one and for several."""

    one: Text
    many: Text


class Degree(Struct, frozen=True, forbid_unknown_fields=True):
    """A college degree, by what its name begins with, and the years of study that it stands for."""

    name: Text
    years: Quantity


class Study(Struct, frozen=True, forbid_unknown_fields=True):
    """How study is counted as experience: so many credits are a year, and a degree stands for so many years."""

    credit: Unit
    year: Unit
    credits_in_year: Quantity
    degrees: tuple[Degree, ...] = ()


class Statute(Struct, frozen=True, forbid_unknown_fields=True):
    """A section of the statutes: its number, what it is about, and what sections of specifications always cite it."""

    number: Text
    what: Text
    cited_in: tuple[HeaderKind, ...] = ()


class OfficialWording(Struct, frozen=True, forbid_unknown_fields=True):
    """A text that stands alike in every specification, told by fingerprints so that it is not copied.

    A fingerprint is the SHA-256 (UTF-8, hexadecimal) of its words in small letters with single blanks between them;
    punctuation is left out, what stands on both sides of an apostrophe or a hyphen are two words.
    """

    section: HeaderKind
    sha256: Annotated[tuple[Annotated[str, Meta(pattern="^[0-9a-f]{64}$")], ...], Meta(min_length=1)]


class Sign(Struct, frozen=True, forbid_unknown_fields=True):
    """What a text of a section says at its beginning, by which it is told where its header is gone.

    Only behind the first text of a section of the kinds `under`, unless `first` says that the first is told too, and
    where the specification has no section of the kinds `unless`, which may hold such texts. Paragraphs only, unless
    `items` says that items of lists are told too.
    """

    section: HeaderKind
    under: Annotated[tuple[HeaderKind, ...], Meta(min_length=1)]
    words: Regex
    items: bool = False
    first: bool = False
    unless: tuple[HeaderKind, ...] = ()


class DecisionNumbers(Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of decisions that begin with the last two figures of a year: `24-097`.

    A specification takes effect at most so many days before that year, and so many days after it.
    """

    form: Regex = NOTHING
    days_before: Days = "0"
    days_after: Days = "0"


class Conventions(Struct, frozen=True, forbid_unknown_fields=True):
    """What specifications keep to."""

    required: tuple[RequiredPart, ...] = ()
    hours_qualifiers: tuple[Text, ...] = ()
    pay_plans: tuple[PayPlan, ...] = ()
    pay_periods: tuple[PayPeriod, ...] = ()
    regrading: tuple[Text, ...] = ()
    designation_selections: tuple[Text, ...] = ()
    unit_designations: dict[Text, Text] = field(default_factory=dict)
    units: tuple[Unit, ...] = ()
    study: tuple[Study, ...] = ()
    statutes: tuple[Statute, ...] = ()
    official_wordings: tuple[OfficialWording, ...] = ()
    signs: tuple[Sign, ...] = ()
    decision_numbers: DecisionNumbers = DecisionNumbers()
    days_to_revision: Days = "0"
    days_ahead: Days = "0"

    def pay_plan(self, code: str) -> PayPlan | None:
        """The pay plan of a class code; None where none is known."""
        fitting = [plan for plan in self.pay_plans if code.endswith(plan.letters)]
        return max(fitting, key=lambda plan: len(plan.letters), default=None)
