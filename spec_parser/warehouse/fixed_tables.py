"""Tables of which no row ever changes: classes, files, readings and what hangs on them; and the code lists."""

from typing import Final

from spec_parser.warehouse.columns import CLASS_KEY, JURISDICTION, ORDINAL, READING_ID, REVISION_KEY, SHA256, day, text
from spec_parser.warehouse.definition import Column, ForeignKey, Table


def _codes(name: str, what: str, *more: Column) -> Table:
    return Table(
        name,
        "list",
        f"{what}: every code that was seen, with the name that the newest specification prints.",
        (
            JURISDICTION,
            Column("code", "text", "The code, leading zeros kept."),
            text("name", "Its name."),
            *more,
            day("named_on", "Date of the specification that the name is from."),
        ),
        ("jurisdiction", "code"),
    )


def _detail(name: str, comment: str, *columns: Column) -> Table:
    return Table(
        name,
        "fixed",
        comment,
        (READING_ID, ORDINAL, *columns),
        ("reading_id", "ordinal"),
        (ForeignKey(("reading_id",), "reading"),),
        is_detail=True,
    )


JOB_CLASS: Final = Table(
    "job_class",
    "fixed",
    "A job class. A specification without a class code is a class of its own.",
    (CLASS_KEY, JURISDICTION, text("code", "Class code.")),
    ("class_key",),
)
SOURCE_DOCUMENT: Final = Table(
    "source_document",
    "fixed",
    "A file that was read, known by its bytes.",
    (
        SHA256,
        text("media_type", "Media type, decided by content."),
        Column("bytes", "id", "Its size.", nullable=True),
    ),
    ("sha256",),
)
READING: Final = Table(
    "reading",
    "fixed",
    "What one specification says, as it was read once. Reading it better gives another reading.",
    (
        Column("reading_id", "id", "Hash of the revision's key and of all that was read; the same in every target."),
        REVISION_KEY,
        CLASS_KEY,
        Column("content", "json", "What rows of class_revision say of it, as JSON: of use to loads only."),
    ),
    ("reading_id",),
    (ForeignKey(("class_key",), "job_class"),),
    (("class_key",),),
)
DUTY: Final = _detail(
    "duty",
    "An example of duties.",
    Column("text", "text", "The duty."),
    text("label", "The sub-label that it stands under."),
    text("verb", "The verb that it opens with, as printed."),
)
KSA_STATEMENT: Final = _detail(
    "ksa_statement",
    "A statement of knowledge, skill or ability.",
    Column("statement", "text", "The full sentence."),
    Column("text", "text", "The item itself."),
    text("stem", "The parent item that it completes, as Considerable knowledge of."),
    text("kind", "What is asked for: knowledge, skill or ability."),
    text("degree", "How much of it, in lower case, as considerable."),
)
QUALIFICATION: Final = _detail(
    "qualification",
    "A statement of the minimum qualifications: a requirement, a substitution, a note, a special requirement.",
    Column("kind", "text", "general_experience, special_experience, other, substitution, note or special_requirement."),
    text("qualifies", "Kind of the section that a note is to."),
    Column("text", "text", "The statement."),
    Column("quantities", "json", "Numbers written as word and numeral, in order; a JSON list of text and value."),
    text("understood", "whole, partial or text: how much of it its nodes say; null for special requirements."),
)
QUALIFICATION_NODE: Final = _detail(
    "qualification_node",
    "A node of what a qualification requires or allows, as a tree: docs/qualifications.md shows each type.",
    Column("qualification", "integer", "Ordinal of the qualification."),
    Column("parent", "integer", "Ordinal of the node above it; null for the root.", nullable=True),
    text("role", "What it is to the node above, as items/0 or caps/0/requires."),
    Column(
        "type", "text", "all_of, any_of, experience, service, degree, credential, training, substitution and others."
    ),
    Column("amount", "quantity", "How much of its unit; of a range its lower end.", nullable=True),
    text("unit", "year, month, week, hour, semester_hour or credit_hour."),
    Column("at_least", "boolean", "Whether at least so much is required in so many words.", nullable=True),
    Column("text", "text", "The words."),
    Column("properties", "json", "What else is known of it, as the record has it; a JSON object."),
)
SECTION: Final = _detail(
    "section",
    "A section of the specification, all but the masthead.",
    Column("kind", "text", "Which section it is, as duties."),
    text("heading", "The header as printed."),
    Column(
        "text", "text", "What stands under it: a line a paragraph, item or table row, items indented by their level."
    ),
)
CITATION: Final = _detail(
    "citation",
    "A statute or act that the specification names.",
    Column("kind", "text", "statute or act."),
    Column("number", "text", "Number of the section or act."),
    Column("subsections", "json", "Subsections, outermost first; a JSON list."),
    Column("text", "text", "As printed."),
)
OCCUPATIONAL_GROUP: Final = _codes("occupational_group", "Occupational groups")
BARGAINING_UNIT: Final = _codes("bargaining_unit", "Bargaining units", text("unit", "Designation, as P-5."))
EEO_CATEGORY: Final = _codes("eeo_category", "EEO categories")
SALARY_GROUP: Final = Table(
    "salary_group",
    "list",
    "Salary groups: every one that was seen.",
    (
        JURISDICTION,
        Column("code", "text", "Pay plan and grade, as AR2 67."),
        Column("plan", "text", "Pay plan."),
        Column("grade", "text", "Grade within the plan, leading zeros kept."),
    ),
    ("jurisdiction", "code"),
)
