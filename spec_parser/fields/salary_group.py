"""Read the salary group: pay plan and grade."""

from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Problem, Reading
from spec_parser.lalr import Token
from spec_parser.model import SalaryGroup
from spec_parser.profiles.profile import Profile


class _Builder:
    """Gives plan and grade of what grammars/salary_group.lark finds."""

    def start(self, children: list[Token]) -> tuple[Token, Token]:
        plan, grade = (token for token in children if token.type in {"PLAN", "GRADE"})
        return plan, grade


class SalaryGroupReader:
    """Reads salary groups such as `AR2 67` or `CL - 14`."""

    def __init__(self, profile: Profile) -> None:
        self._parser: FieldParser[tuple[Token, Token]] = FieldParser(
            "salary_group", profile.grammar_terminals("salary_group"), _Builder()
        )

    def read(self, text: str) -> Reading[SalaryGroup]:
        """Read plan and grade; a text that cannot be read is kept, with the problem `salary-group-unread`."""
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(SalaryGroup(text=text, plan=None, grade=None), (), (found,))
        plan, grade = found
        parts = (
            Part("/plan", str(plan), (stretch_of(plan),)),
            Part("/grade", str(grade), (stretch_of(grade),)),
        )
        return Reading(SalaryGroup(text=text, plan=str(plan), grade=str(grade)), parts, ())
