"""What every code means, whether it is of a rule, of parsing, or of the check itself: for pages, SARIF, `rule CODE`."""

from collections.abc import Iterable

from spec_parser.findings import KINDS
from spec_parser.rules.catalogue import entries, load
from spec_parser.rules.own import OWN
from spec_parser.rules.rule import Rule


def rule_of(code: str, house: Iterable[Rule] = ()) -> Rule | None:
    """The rule of that code, shipped or the office's own; None where the code is of parsing."""
    if code in entries():
        return load(code).rule
    return next((rule for rule in house if rule.code == code), None)


def meaning(code: str, house: Iterable[Rule] = ()) -> str:
    """One sentence on a code."""
    rule = rule_of(code, house)
    return (KINDS | OWN)[code].meaning if rule is None else rule.summary
