"""An expression as an indented tree that a person can read: what must be met, and what the words for it are."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from spec_parser.model.expression import (
    AllOf,
    AnyOf,
    Attestation,
    Cap,
    Credential,
    Definition,
    Degree,
    Elsewhere,
    Experience,
    Expression,
    Interpretation,
    Service,
    Substitution,
    Training,
    Unread,
)
from spec_parser.model.expression_parts import Measure, Phrases

_OF = {
    "general_experience": "the General Experience",
    "special_experience": "the Special Experience",
    "preceding": "the experience above",
}
_LEVELS = {
    "associate": "Associate's degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctorate": "Doctorate",
    "law": "law degree",
    "graduate": "graduate degree",
    None: "degree",
}
_ANY = {"or": "any of", "and/or": "any of", "and": "all of"}


class Branch(NamedTuple):
    """A line of the tree and what stands below it."""

    line: str
    below: tuple["Branch", ...] = ()

    def lines(self, indent: int = 0) -> Iterator[str]:
        """The lines, two blanks further in at each level."""
        yield "  " * indent + self.line
        for branch in self.below:
            yield from branch.lines(indent + 1)


def tree(expression: Expression) -> Branch:
    """An expression as a tree."""
    return _DESCRIBED[type(expression)](expression)


def amount_of(amount: str | None, unit: str | None) -> str:
    """An amount for people: "2 years", "1 semester hour"."""
    if amount is None or unit is None:
        return ""
    name = unit.replace("_", " ")
    return f"{amount} {name}" + ("" if amount in ("1", "0.5", "0.25") else "s")


def _listed(opening: str, phrases: Phrases | None) -> tuple[Branch, ...]:
    """Phrases below the words that open them; one alone stands on the same line."""
    if phrases is None:
        return ()
    if phrases.joined is None:
        return (Branch(f"{opening} {phrases.items[0]}"),)
    items = tuple([Branch(f"- {item}") for item in phrases.items])
    return (Branch(f"{opening} {_ANY[phrases.joined]}", items),)


def _said(opening: str, value: str | None) -> tuple[Branch, ...]:
    return (Branch(f"{opening} {value}"),) if value else ()


def _group(node: AllOf | AnyOf) -> Branch:
    opening = "all of these:" if isinstance(node, AllOf) else "any one of these:"
    return Branch(opening, tuple([tree(item) for item in node.items]))


def _quantity(node: Experience | Service | Training) -> str:
    least = "at least " if node.at_least else ""
    if node.maximum is not None:  # the lower end is what is required
        return f"at least {amount_of(node.amount, node.unit)} (the text says {node.amount} to {node.maximum})"
    return least + amount_of(node.amount, node.unit)


def _otherwise(node: Experience | Service | Degree | Credential | Training) -> tuple[Branch, ...]:
    """What will do as well."""
    return _said("or", node.equivalent)


def _recent(node: Experience | Service | Training) -> tuple[Branch, ...]:
    return (Branch(f"within the last {_measure(node.within)}"),) if node.within else ()


def _experience(node: Experience) -> Branch:
    kind = f"{node.kind} experience" if node.kind else "experience"
    of = f" of {_OF[node.of]}" if node.of else f" of {kind}"
    quantity = _quantity(node)
    line = quantity + of if quantity else _OF[node.of].capitalize() if node.of else kind
    said = _listed("in", node.areas) + _otherwise(node) + _listed("on condition:", node.conditions)
    return Branch(line, said + _recent(node))


def _service(node: Service) -> Branch:
    of = f" of {_OF[node.of]}" if node.of else ""
    who = "state employees only: " if node.state_employees else ""
    line = f"{who}{_quantity(node) or 'time'}{of}"
    return Branch(
        line,
        _listed("at or above the level of" if node.or_above else "as", node.titles)
        + _otherwise(node)
        + _listed("on condition:", node.conditions)
        + _recent(node),
    )


def _degree(node: Degree) -> Branch:
    related = (Branch("or in a related field"),) if node.related else ()
    said = _listed("in", node.fields) + related + _otherwise(node)
    return Branch(_LEVELS[node.level], said + _said("from", node.institution))


def _credential(node: Credential) -> Branch:
    status = {"held": "", "eligible": "eligible for a ", "held_or_eligible": "held, or eligible for: "}[node.status]
    current = "current " if node.current else ""
    return Branch(
        f"{status}{current}{node.kind}",
        _listed("for one" if _is_purpose(node.names) else "named", node.names)
        + _otherwise(node)
        + _said("from", node.issuer),
    )


def _is_purpose(names: Phrases | None) -> bool:
    """Whether a licence is told by what it allows: "to practice medicine"."""
    return names is not None and names.items[0].startswith("to ")


def _training(node: Training) -> Branch:
    stage = {"completed": "completed: ", "enrolled": "enrolled in: ", None: ""}[node.stage]
    quantity = _quantity(node)
    name = "" if node.unit and node.name.replace(" ", "_").rstrip("s") == node.unit else node.name
    line = stage + " of ".join(filter(None, (quantity, name)))
    said = _listed("in", node.areas) + _otherwise(node) + _said("from", node.institution)
    return Branch(line, said + _said("given or approved by", node.issuer) + _recent(node))


def _attestation(node: Attestation) -> Branch:
    return Branch(f"to be attested: {node.text}")


def _substitution(node: Substitution) -> Branch:
    sections = " and ".join(_OF[one] for one in node.instead_of) or "experience"
    who = "for state employees, " if node.state_employees else ""
    below = [_after("offered:", tree(node.offer))]
    if node.grants is not None:
        more = ", on top of other substitutions" if node.additional else ""
        below.append(Branch(f"stands for: {_measure(node.grants)}{more}"))
    if node.rate is not None:
        below.append(
            Branch(f"stands for: {_measure(node.rate.grants)} for each {_measure(node.rate.per).removeprefix('1 ')}")
        )
    if node.whole:
        below.append(Branch("stands for: all of it"))
    below += [_cap(cap) for cap in node.caps]
    return Branch(f"{who}in place of {sections}", tuple(below))


def _after(opening: str, branch: Branch) -> Branch:
    """A branch with words before its line."""
    return Branch(f"{opening} {branch.line}", branch.below)


def _measure(measure: Measure) -> str:
    return amount_of(measure.amount, measure.unit)


def _cap(cap: Cap) -> Branch:
    total = ", other substitutions included" if cap.total else ""
    most = f"at most: {amount_of(cap.amount, cap.unit)}{total}"
    return _after(f"{most}, for", tree(cap.requires)) if cap.requires else Branch(most)


def _interpretation(node: Interpretation) -> Branch:
    who = "for state employees, " if node.state_employees else ""
    level = "at or above the level of" if node.or_above else "at the level of"
    return Branch(f"{who}{node.subject} means work", _listed(level, node.titles))


def _definition(node: Definition) -> Branch:
    return Branch(f"{node.term} means: {node.meaning}")


def _elsewhere(node: Elsewhere) -> Branch:
    return Branch(f"told elsewhere: {node.text}")


def _unread(node: Unread) -> Branch:
    return Branch(f"NOT UNDERSTOOD: {node.text}")


_DESCRIBED: dict[type, Callable[[Any], Branch]] = {
    AllOf: _group,
    AnyOf: _group,
    Experience: _experience,
    Service: _service,
    Degree: _degree,
    Credential: _credential,
    Training: _training,
    Attestation: _attestation,
    Substitution: _substitution,
    Interpretation: _interpretation,
    Definition: _definition,
    Elsewhere: _elsewhere,
    Unread: _unread,
}


def outline(branches: Sequence[Branch], indent: int = 0) -> str:
    """Trees as text, one below the other."""
    return "\n".join(line for branch in branches for line in branch.lines(indent))
