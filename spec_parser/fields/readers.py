"""All field readers of one profile, each remembering what it read lately."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from spec_parser.fields.cancellation import CancellationReader
from spec_parser.fields.citations import CitationReader
from spec_parser.fields.class_row import ClassRow, ClassRowReader
from spec_parser.fields.code_row import CodeReaders, CodeRow, CodeRowReader
from spec_parser.fields.coded_field import CodedFieldReader
from spec_parser.fields.date import DateReader
from spec_parser.fields.designation import DesignationReader
from spec_parser.fields.duty import DutyVerbReader
from spec_parser.fields.footer import FooterReader
from spec_parser.fields.numbers import QuantityReader
from spec_parser.fields.parsing import LONGEST_FIELD
from spec_parser.fields.pay import PayReader
from spec_parser.fields.qualifications import ExpressionReader, Understanding
from spec_parser.fields.reading import Reading
from spec_parser.fields.salary_group import SalaryGroupReader
from spec_parser.fields.statement import Asked, StatementReader
from spec_parser.fields.title import TitleReader
from spec_parser.model import (
    BargainingUnit,
    Cancellation,
    Citation,
    CodedField,
    Designation,
    Footer,
    Identity,
    Pay,
    Quantity,
    SalaryGroup,
)
from spec_parser.profiles.profile import Profile
from spec_parser.remembering import MOST, remembering

Value = TypeVar("Value")

# Of fields that stand once in a specification so many texts are remembered: most are of one class alone.
_ONCE = 1_024


def _once(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """A reader of such a field with its memory."""
    return remembering(read, _ONCE)


def _understanding(read: Callable[[str, tuple[int, ...]], Understanding]) -> Callable[..., Understanding]:
    """The reader of qualifications with a memory; it takes the breaks between lines too."""
    remembered = lru_cache(maxsize=MOST)(read)

    def choose(text: str, breaks: tuple[int, ...] = ()) -> Understanding:
        return remembered(text, breaks) if len(text) <= LONGEST_FIELD else read(text, breaks)

    return choose


class FieldReaders:
    """One reader a field. Every reader takes cleaned text and is total: it gives a Reading and never raises.

    `quantities` and `citations` take running text of any length; every other reader gives up on a text that is
    longer than a field can be. Making the readers is cheap: grammars are loaded when they are first needed.
    """

    title: Callable[[str], Reading[Identity]]
    pay: Callable[[str], Reading[Pay]]
    salary_group: Callable[[str], Reading[SalaryGroup]]
    designation: Callable[[str], Reading[Designation]]
    occupational_group: Callable[[str], Reading[CodedField]]
    bargaining_unit: Callable[[str], Reading[BargainingUnit]]
    eeo_category: Callable[[str], Reading[CodedField]]
    cancellation: Callable[[str], Reading[Cancellation]]
    effective_date: Callable[[str], Reading[str | None]]
    footer: Callable[[str], Reading[Footer]]
    class_row: Callable[[str], Reading[ClassRow]]
    code_row: Callable[[str], Reading[CodeRow]]
    duty_verb: Callable[[str], Reading[str | None]]
    asked: Callable[[str], Reading[Asked]]
    quantities: Callable[[str], Reading[tuple[Quantity, ...]]]
    citations: Callable[[str], Reading[tuple[Citation, ...]]]

    def __init__(self, profile: Profile) -> None:
        self.title = _once(TitleReader(profile).read)
        self.pay = _once(PayReader(profile).read)
        self.salary_group = _once(SalaryGroupReader(profile).read)
        self.designation = _once(DesignationReader(profile).read)
        group, unit, eeo = (
            CodedFieldReader(profile, name) for name in ("occupational_group", "bargaining_unit", "eeo_category")
        )
        self.occupational_group = _once(group.read)
        self.bargaining_unit = _once(unit.read_unit)
        self.eeo_category = _once(eeo.read)
        self.effective_date = _once(DateReader(profile).read)
        self.cancellation = _once(CancellationReader(profile, self.salary_group, self.effective_date).read)
        self.footer = _once(FooterReader(profile, self.effective_date).read)
        self.class_row = _once(ClassRowReader(profile, self.title, self.salary_group, self.effective_date).read)
        named = CodeReaders(self.occupational_group, self.bargaining_unit, self.eeo_category)
        bare = CodeReaders(group.read_bare, unit.read_bare_unit, eeo.read_bare)
        self.code_row = _once(CodeRowReader(profile, named, bare).read)
        self.duty_verb = remembering(DutyVerbReader(profile).read)
        self.asked = remembering(StatementReader(profile).read)
        self.quantities = remembering(QuantityReader(profile).read)
        self.citations = remembering(CitationReader(profile).read)
        # What a text of the minimum qualifications says: no field of its own, but beside each of them.
        self.expression = _understanding(ExpressionReader(profile, self.quantities).read)
