"""The record of one job class, as the contract has it: typed, frozen, the source of the JSON Schema.

Every property is present in every record. What the specification does not say is null; lists are never null.
Amounts and quantities are decimal strings, dates are ISO 8601.
"""

from spec_parser.model.evidence import (
    Coverage,
    Finding,
    Fix,
    PlainProvenance,
    PlainSpan,
    Provenance,
    Rule,
    Severity,
    Source,
    Span,
)
from spec_parser.model.expression import EXPRESSION_VERSION, Expression
from spec_parser.model.expression_parts import Understood
from spec_parser.model.job_class import SCHEMA_VERSION, Content, JobClass
from spec_parser.model.sections import Block, BlockType, Clause, Item, Section
from spec_parser.model.values import (
    BargainingUnit,
    Cancellation,
    Citation,
    CodedField,
    Designation,
    Duty,
    Footer,
    Identity,
    MinimumQualifications,
    Note,
    Pay,
    PayRange,
    Quantity,
    Reference,
    Requirement,
    SalaryGroup,
    Statement,
)

__all__ = [
    "EXPRESSION_VERSION",
    "SCHEMA_VERSION",
    "BargainingUnit",
    "Block",
    "BlockType",
    "Cancellation",
    "Citation",
    "Clause",
    "CodedField",
    "Content",
    "Coverage",
    "Designation",
    "Duty",
    "Expression",
    "Finding",
    "Fix",
    "Footer",
    "Identity",
    "Item",
    "JobClass",
    "MinimumQualifications",
    "Note",
    "Pay",
    "PayRange",
    "PlainProvenance",
    "PlainSpan",
    "Provenance",
    "Quantity",
    "Reference",
    "Requirement",
    "Rule",
    "SalaryGroup",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "Understood",
]
