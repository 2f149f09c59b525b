"""The minimum qualifications: experience, substitutions, notes."""

from collections.abc import Iterable

from spec_parser.generator.dice import Dice
from spec_parser.generator.numbers import words
from spec_parser.generator.page import Line, Page
from spec_parser.generator.prose import Prose, clauses, counted, phrase, say
from spec_parser.model import MinimumQualifications, Note, Quantity, Requirement

_SUBSTITUTIONS = (
    "College training may be substituted for the General Experience on the basis of {hours} semester hours equalling"
    " {half} year of experience to a maximum of {count} years for {degrees}.",
    "{a_degree} in {majors}, {majors} or {majors} may be substituted for {one} more year of the General Experience.",
    "Graduation from {programmes} may be substituted for the General Experience.",
    "For state employees {count} years in the class {titles} may be substituted for the Special Experience.",
    "Possession of {licences} may be substituted for {one} year of the General Experience",
)


def minimum_qualifications(page: Page, dice: Dice) -> MinimumQualifications:
    """The sections, and what they ask for."""
    section = _Qualifications(page, dice)
    if dice.chance(0.12):
        return section.bare()
    general = section.experience("general_experience", "GENERAL EXPERIENCE") if dice.chance(0.95) else None
    special = section.experience("special_experience", "SPECIAL EXPERIENCE") if dice.chance(0.5) else None
    substitutions = section.substitutions() if dice.chance(0.7) else ()
    return MinimumQualifications(general, special, substitutions, tuple(section.notes), ())


class _Qualifications:
    """The sections while they are written."""

    def __init__(self, page: Page, dice: Dice) -> None:
        self.notes: list[Note] = []
        self._page = page
        self._dice = dice

    def bare(self) -> MinimumQualifications:
        """One section that tells neither general from special experience nor either from substitutions."""
        self._page.open("minimum_qualifications", "MINIMUM QUALIFICATIONS")
        proses = [self._years() for _ in range(self._dice.between(1, 3))]
        for prose in proses:
            self._page.paragraph(prose)
        self._note("minimum_qualifications")
        return MinimumQualifications(None, None, (), tuple(self.notes), tuple(map(_requirement, proses)))

    def experience(self, kind: str, name: str) -> Requirement | None:
        """General or special experience: all its texts are one statement."""
        self._page.open(kind, f"MINIMUM QUALIFICATIONS - {name}")
        if self._dice.chance(0.02):
            return None
        statement = self._general() if kind == "general_experience" else self._paragraph(self._special())
        self._note(kind)
        return _requirement(statement)

    def _paragraph(self, prose: Prose) -> Prose:
        self._page.paragraph(prose)
        return prose

    def _general(self) -> Prose:
        """General experience in one or several blocks, and all that they say as one statement."""
        form = self._dice.between(1, 20)
        if form <= 2:
            proses = [self._years() for _ in range(self._dice.between(2, 3))]
            self._page.alternatives(proses)
            return _joined(proses, " OR ")
        return self._one_of() if form <= 4 else self._paragraph(self._one(form))

    def _one(self, form: int) -> Prose:
        """General experience in one text."""
        dice = self._dice
        if form <= 6:
            return clauses(dice, dice.pick(("Either:", "Applicants must have:")), [self._short() for _ in range(2)])
        if form == 7:
            return Prose("Any experience and training which provide the knowledge, skills and abilities listed above.")
        if form == 8:
            return say(dice, "Possession of {licences}.")
        if form == 9:
            return say(
                dice, "{a_degree} in {majors} with {count} years of experience in {fields}.", a_degree=_degree(dice)
            )
        return self._disagreeing() if form == 10 and dice.chance(0.3) else self._years()

    def _one_of(self) -> Prose:
        dice = self._dice
        opening = Prose("The General Experience is defined as one of the following:")
        numbered = dice.chance(0.5)
        lines = []
        for index in range(dice.between(2, 4)):
            marker = f"{index + 1}." if numbered else None
            lines.append(Line(self._years(), 1, marker))
        self._page.paragraph(opening)
        self._page.items(lines)
        return _joined([opening, *(line.prose for line in lines)])

    def _years(self) -> Prose:
        number = counted(self._dice.between(1, 10), capital=True)
        unit = "year" if number.text.startswith("One ") else "years"
        return say(self._dice, f"{{number}} {unit} of experience in {{fields}} or {{fields}}.", number=number)

    def _short(self) -> Prose:
        return say(self._dice, "{count} years of experience in {fields}")

    def _special(self) -> Prose:
        form = self._dice.pick(
            (
                "At least {count} years of the General Experience must have been {capacities}.",
                "One {one} year of the General Experience must have been {capacities}.",
            )
        )
        if "{one}" not in form:
            return say(self._dice, form)
        return say(self._dice, form.replace("One {one}", "{one}"), one=counted(1, capital=True))

    def _disagreeing(self) -> Prose:
        """A word and a numeral that differ: neither is recorded, and a finding says so."""
        number = self._dice.between(2, 5)
        text = f"{words(number)} ({number + 1})"
        self._page.implied.append("number-disagrees")
        prose = say(self._dice, "At least {number} years of experience in {fields}.", number=text)
        return prose._replace(quantities=(Quantity(text, None),))

    def substitutions(self) -> tuple[Requirement, ...]:
        """What may stand in for experience: bullets or paragraphs."""
        dice, page = self._dice, self._page
        page.open("substitutions", "MINIMUM QUALIFICATIONS - SUBSTITUTIONS ALLOWED")
        found = [self._substitution(form) for form in dice.sample(_SUBSTITUTIONS, dice.between(1, 4))]
        if dice.chance(0.8):
            lines = [Line(prose) for prose in found]
            if dice.chance(0.1):
                note = say(dice, "NOTE: {note}", note=phrase(dice, "notes"))
                lines.append(Line(note))
                self._noted("substitutions", note)
            page.items(lines)
        else:
            for prose in found:
                page.paragraph(prose)
        self._note("substitutions")
        return tuple(map(_requirement, found))

    def _substitution(self, form: str) -> Prose:
        dice = self._dice
        return say(dice, form, hours=counted(15), half=counted("1/2"), one=counted(1), a_degree=_degree(dice))

    def _note(self, kind: str) -> None:
        """Sometimes a note: on one line, with bullets of its own, or a bare NOTES: with one note a bullet."""
        dice, page = self._dice, self._page
        form = dice.between(1, 20)
        if form <= 5:
            note = say(dice, "{word}: {notes}", word=dice.pick(("NOTE", "NOTE", "Note")))
            page.note(note)
            self._noted(kind, note)
        elif form == 6:
            proses = [phrase(dice, "notes") for _ in range(2)]
            page.note(Prose(dice.pick(("NOTES:", "NOTE:"))), [Line(prose) for prose in proses])
            for prose in proses:
                self._noted(kind, prose)
        elif form == 7:
            opening = Prose("NOTE: Experience is accepted from each of the following:")
            proses = [say(dice, "{fields};") for _ in range(3)]
            page.note(opening, [Line(prose) for prose in proses])
            self._noted(kind, _joined([opening, *proses]))

    def _noted(self, kind: str, prose: Prose) -> None:
        self.notes.append(Note(prose.text, kind, prose.quantities, "text", None))


def _degree(dice: Dice) -> str:
    text = phrase(dice, "degrees").text
    return text[0].upper() + text[1:]


def _joined(proses: Iterable[Prose], joint: str = " ") -> Prose:
    """Several texts as one, as a reader puts the lines of a section together."""
    found = list(proses)
    return Prose(joint.join(prose.text for prose in found), tuple(one for prose in found for one in prose.quantities))


def _requirement(prose: Prose) -> Requirement:
    return Requirement(prose.text, prose.quantities, "text", None)
