"""MQ002: the General or Special Experience is spoken of, and there is none."""

import re
from collections.abc import Iterator

from spec_parser.rules.hdr.signs import stray_texts
from spec_parser.rules.mq.statements import NAMES
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="MQ002",
    name="experience-absent",
    severity="warning",
    summary="The General or Special Experience is spoken of, but the specification has no such section.",
    details=(
        "The first mention in the qualifications is told. A specification without headers for the parts of the minimum"
        " qualifications (older ones) is left alone where its bare section names the experience itself. An experience"
        " that stands in another section, as its header is gone, is told by HDR007."
    ),
    reason="A substitution or a part of an experience that is nowhere required has no effect, or a section was lost.",
    example="one (1) year of the Special Experience",
    mended="must have been in the Special Experience",
)
_MENTION = re.compile(r"\b(General|Special) Experience\b")
_SECTIONS = ("general_experience", "special_experience", "substitutions")


def check(subject: Subject) -> Iterator[Problem]:
    """Mentions, in one section of the qualifications, of another that is not there."""
    kinds = {section.kind for section in subject.content.sections}
    if "minimum_qualifications" in kinds:
        return
    told = {kind for kind, _ in stray_texts(subject)}
    for passage in subject.passages_of(*_SECTIONS):
        for mention in _MENTION.finditer(passage.value.text):
            kind = f"{mention[1].lower()}_experience"
            if kind not in kinds and kind not in told:
                told.add(kind)
                yield passage.value.problem(
                    f"“{mention[0]}”: this specification requires no {NAMES[kind]}; add the section, or reword this.",
                    *mention.span(),
                )
