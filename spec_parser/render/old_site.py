"""Renders content as the state's older site did: a table of classes, headers with colons, run-in headers."""

from collections.abc import Iterator, Sequence

from spec_parser.model import Content, Section
from spec_parser.render.lines import section_lines
from spec_parser.render.style import Style

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
# Headers that the older site named otherwise; any other has a colon after its name.
_NAMES = {
    "purpose": "PURPOSE OF CLASS:",
    "general_experience": "General Experience:",
    "special_experience": "Special Experience:",
    "substitutions": "Substitutions Allowed:",
    "appointment": "TERM OF APPOINTMENT:",
    "compensation_guidelines": "RATE OF COMPENSATION:",
}
_EXPERIENCE = ("general_experience", "special_experience", "substitutions")


def old_site(content: Content, sections: Sequence[Section], style: Style) -> str:
    """The page: the table of classes, the sections, the row of codes; with a newline at its end."""
    return "\n".join([*_classes(content), *_sections(sections, style), *_codes(content)]) + "\n"


def _classes(content: Content) -> Iterator[str]:
    """`6629  HC - 30  PSYCHOLOGIST (CLINICAL)  Feb 3, 2017` under the names of the columns."""
    yield "Class Code  Pay Plan  Class Title  Eff. Date"
    group = content.salary_group
    plan = "" if group is None else f"{group.plan} - {group.grade}" if group.grade is not None else group.text
    cells = (
        (content.job_class.code or "")[:4],
        plan,
        (content.job_class.title or "").upper(),
        "" if content.effective_date is None else _date(content.effective_date),
    )
    yield "  ".join(cell for cell in cells if cell)


def _date(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{_MONTHS[int(month) - 1]} {int(day)}, {year}"


def _sections(sections: Sequence[Section], style: Style) -> Iterator[str]:
    experience = False
    for section in sections:
        if section.kind in _EXPERIENCE and not experience:
            experience = True
            yield from ("", "EXPERIENCE AND TRAINING:")
        name = _NAMES.get(section.kind, section.heading)
        lines = list(section_lines(section, style))
        if name is not None:
            yield ""
            if section.kind in _EXPERIENCE and lines and lines[0].kind == "text":
                yield f"{name} {lines.pop(0).text}"
            else:
                yield name
        above = "header"
        for line in lines:
            if not (line.kind == above and above in ("item", "row")):
                yield ""
            yield " " * (style.indent + style.step * (line.level - 1)) * (line.level > 0) + line.text
            above = line.kind


def _codes(content: Content) -> Iterator[str]:
    """The last row: class code, number of the decision, and the codes of the coded fields."""
    fields = (content.occupational_group, content.bargaining_unit, content.eeo_category)
    reference = None if content.cancellation is None else content.cancellation.reference
    cells = (
        (content.job_class.code or "")[:4],
        "" if reference is None else reference.number,
        *("" if field is None else field.code or "" for field in fields),
    )
    if all(cells):
        yield from ("", "CC  Final#  Occup. Group  Bargaining Unit  EEO", "  ".join(cells))
