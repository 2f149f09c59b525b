"""EXAMPLES OF DUTIES: bullets, nested bullets, groups under labels."""

from spec_parser.generator.dice import Dice
from spec_parser.generator.page import Line, Page
from spec_parser.generator.prose import Prose, phrase, say
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.model import Duty


class _Duties:
    """The section while it is written."""

    def __init__(self, page: Page, dice: Dice) -> None:
        self.found: list[Duty] = []
        self._page = page
        self._dice = dice
        self._labels = dice.sample(vocabulary().phrases["labels"], 3)

    def plain(self, count: int, label: str | None, *, last: bool) -> None:
        """A list of duties, some with others nested in them."""
        lines: list[Line] = []
        for _ in range(count):
            lines += self._one()
        if last and self._dice.chance(0.8):
            lines.append(Line(phrase(self._dice, "last_duties")))
        else:
            lines[-1] = lines[-1]._replace(prose=lines[-1].prose.ending("."))
        self.add(lines, label)

    def add(self, lines: list[Line], label: str | None) -> None:
        """A list whose items are all duties."""
        self._page.items(lines)
        for line in lines:
            self._found(line, label)

    def _found(self, line: Line, label: str | None) -> None:
        """Note a duty. Those that open with a verb open with a capital."""
        words = line.prose.text.split()
        verb = words[words[0] == "May"] if words[0][0].isupper() else None
        self.found.append(Duty(line.prose.text.removesuffix(";"), label, verb))

    def _one(self) -> list[Line]:
        dice = self._dice
        if dice.chance(0.06):
            children = [Line(say(dice, "{objects};"), 2) for _ in range(dice.between(2, 3))]
            if dice.chance(0.4):
                children.append(Line(say(dice, "{objects} at assigned piers;"), 3))
            return [Line(say(dice, "{duty_verbs} the following:")), *children]
        return [Line(duty(dice))]

    def labelled(self) -> None:
        """Groups under labels of one form."""
        dice = self._dice
        form = dice.pick(("labels", "colon_labels", "mixed_labels"))
        for label in dice.sample(vocabulary().phrases[form], 2):
            self._page.label(label)
            self.plain(dice.between(2, 5), label.removesuffix(":"), last=False)

    def parents(self) -> None:
        """Groups under parent bullets in capitals; what belongs to no group stands above them."""
        dice = self._dice
        lines = [Line(duty(dice)) for _ in range(dice.between(0, 4))]
        labels: dict[int, str] = {}
        for label in self._labels[:2]:
            lines.append(Line(Prose(label)))
            group = [Line(duty(dice), 2) for _ in range(dice.between(2, 4))]
            if dice.chance(0.2):
                group.append(Line(duty(dice), 3))
            labels |= dict.fromkeys(range(len(lines), len(lines) + len(group)), label)
            lines += group
        self._page.items(lines)
        for index, line in enumerate(lines):
            if line.prose.text not in self._labels:
                self._found(line, labels.get(index))


def duties(page: Page, dice: Dice) -> tuple[Duty, ...]:
    """The section, and the duties in it."""
    page.open("duties", "EXAMPLES OF DUTIES")
    section = _Duties(page, dice)
    if dice.chance(0.1):
        section.parents()
    elif dice.chance(0.2):
        section.labelled()
    else:
        section.plain(dice.between(4, 18), None, last=True)
    if dice.chance(0.05):
        page.note(say(dice, "Note: Duties at {agencies} may differ."))
    return tuple(section.found)


def duty(dice: Dice) -> Prose:
    """One duty, closed as most are with a semicolon; seldom two in one bullet, or nothing at the end."""
    form = dice.pick(
        ("{duty_verbs} {objects} {manners}", "{duty_verbs} {objects}", "{duty_verbs} {objects} and {objects} {manners}")
    )
    if dice.chance(0.05):
        form += "; reports to {officials}"
    if dice.chance(0.03):
        form += " under {cite}"
    return say(dice, form + ("" if dice.chance(0.05) else ";"))
