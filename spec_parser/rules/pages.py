"""What a rule says of itself as Markdown: a page a rule, and the list of all."""

from collections.abc import Sequence

from spec_parser.rules import RULES_VERSION
from spec_parser.rules.rule import Rule

FAMILIES = {
    "HDR": "headers",
    "PAY": "pay",
    "NUM": "numbers",
    "MQ": "minimum qualifications",
    "COD": "codes",
    "DAT": "dates",
    "REF": "references to other classes",
    "LAD": "ladders of classes",
    "DUT": "duties",
    "KSA": "knowledge, skill and ability",
    "TYP": "typing",
    "LAW": "law",
}
"""The families of the shipped rules."""
_HEAD = "| code | name | severity | mend | finds |\n|---|---|---|---|---|\n"
MENDS = {None: "has none", "safe": "safe", "unsafe": "wants a look"}
"""What is said of a rule's mends."""


def page(rule: Rule) -> str:
    """The page of a rule."""
    facts = [f"Severity: {rule.severity}", f"Mend: {MENDS[rule.fix]}"]
    facts += ["Needs an archive (`--archive`)"] if rule.archive else []
    facts += [f"Shown instead of parsing's {_codes(rule.supersedes)}"] if rule.supersedes else []
    return f"""# {rule.code} {rule.name}

{rule.summary}

{" · ".join(facts)}

## What it does

{rule.details}

## Why it matters

{rule.reason}

## Example

```text
{rule.example}
```

Mended:

```text
{rule.mended}
```
"""


def index(rules: Sequence[Rule]) -> str:
    """The list of all rules, by family."""
    families = list(dict.fromkeys(rule.family for rule in rules))
    parts = [
        f"# Rules\n\nThe {len(rules)} rules of `spec-parser check`, version {RULES_VERSION} of the rule set."
        " `spec-parser rule CODE` shows the same on a terminal. What parsing itself has to say is checked beside them;"
        " its codes are words (`date-mended`).\n"
    ]
    for family in families:
        members = [rule for rule in rules if rule.family == family]
        rows = "".join(
            f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.fix or ''} | {rule.summary} |\n"
            for rule in members
        )
        parts.append(f"## {family}: {family_name(family)}\n\n{_HEAD}{rows}")
    return "\n".join(parts)


def family_name(family: str) -> str:
    """What the rules of a family are about."""
    return FAMILIES.get(family, "of this office")


def _codes(codes: Sequence[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes)
