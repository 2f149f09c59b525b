"""What every rule must have: cases that fail, pass and mend, an example that is one of them, a text for people."""

import re

import pytest

from spec_parser.generate_rule_pages import PAGES, pages
from spec_parser.rules.catalogue import entries, load
from spec_parser.rules.rule import Rule
from tests.rules.harness import CASES, base, cases_of, mutations_of

RULES = [pytest.param(load(code).rule, id=code) for code in entries()]
rules = pytest.mark.parametrize("rule", RULES)


@rules
def test_its_file_has_its_code_and_name(rule: Rule) -> None:
    entry = entries()[rule.code]
    assert (rule.code, rule.name) == (entry.code, entry.name)
    assert entry.module.partition(".")[0] == rule.family.lower()


def test_no_two_rules_have_one_name() -> None:
    assert len({entry.name for entry in entries().values()}) == len(entries())


def test_every_case_file_is_of_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(entries())


@rules
def test_it_has_cases_that_fail_and_pass_and_mend(rule: Rule) -> None:
    cases = list(cases_of(rule.code))
    assert any(case.findings for case in cases)
    assert any(not case.findings for case in cases)
    assert any(case.mended is not None for case in cases) == (rule.fix is not None)
    assert list(mutations_of(rule.code))


@rules
def test_its_example_is_one_of_its_cases(rule: Rule) -> None:
    cases = list(cases_of(rule.code))
    right = [case.mended or (case.text if not case.findings else base("clean")) for case in cases]
    assert any(_plain(rule.example) in _plain(case.text) for case in cases if case.findings)
    assert any(_plain(rule.mended) in _plain(text) for text in right)


@rules
def test_its_texts_are_for_people(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z“`][^\n]*[.]", rule.summary), rule.summary
    for text in (rule.summary, rule.details, rule.reason):
        assert text.strip() == text
        assert text.endswith("."), text


def test_the_pages_are_those_of_the_rules() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert there == pages(), "docs/rules/ is stale: make rule-pages"


def _plain(text: str) -> str:
    """A text without what tells lines, indentation and bullets apart."""
    return " ".join(text.replace("•", " ").split())
