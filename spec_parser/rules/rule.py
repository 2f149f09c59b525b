"""What a rule says of itself, as data: what it looks for, why, and whether its mends are safe."""

from typing import Literal

from msgspec import Struct

from spec_parser.model import Severity

Safety = Literal["safe", "unsafe"]


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of the rule set. Its module has it as `RULE`, beside a function `check`.

    Attributes:
        code: three capitals, the family, and three digits: `PAY003`.
        name: in words that a person types: `hourly-arithmetic`.
        severity: of its findings, where none of them says otherwise.
        summary: what it finds, one sentence.
        details: how it decides, and what it leaves alone on purpose; Markdown.
        reason: why that matters: the statute, the arithmetic, or the convention that was observed; Markdown.
        example: a passage that has the fault, as it stands in a case of the rule.
        mended: the same passage without it.
        fix: whether its mends keep the meaning for certain (safe), or want a person's eye (unsafe); None: it has none.
        archive: whether it needs to know the other classes: without an archive it is silent.
        supersedes: codes of parsing's findings about which the rule says more: where both point at one place, only the
            rule's is shown.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    details: str
    reason: str
    example: str
    mended: str
    fix: Safety | None = None
    archive: bool = False
    supersedes: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The letters of its code."""
        return self.code.rstrip("0123456789")
