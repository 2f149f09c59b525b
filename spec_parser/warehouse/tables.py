"""The tables of the warehouse: the one definition that DDL, Arrow schemas, rows and the data dictionary come from.

A *reading* is what one specification says, as it was read once: it is never changed, and what hangs on it (duties,
statements, qualifications, sections, references) neither. `class_revision` says which reading of which revision was
believed when (record time), and for which days the revision stands (effective time). So a revision that is found late,
or a better reading, closes rows and adds rows, and rewrites nothing.
"""

from typing import Final

from spec_parser.warehouse.definition import Column, ForeignKey, Table

VERSION: Final = 1
"""Of these tables. With a new one comes a row of `migrations.MIGRATIONS`."""

_CLASS_KEY = Column("class_key", "text", "The job class: jurisdiction and class code, as us-ct/4978AR.")
_REVISION_KEY = Column(
    "revision_key",
    "text",
    "The revision: class and the date (else the hash) that tells it, as us-ct/4978AR/2024-11-07.",
)
_READING_ID = Column("reading_id", "id", "The reading that it is part of.")
_ROW_ID = Column("row_id", "id", "Hash of what the row says; the same in every target.")
_ORDINAL = Column("ordinal", "integer", "Place in the specification, from 1.")
_JURISDICTION = Column("jurisdiction", "text", "The profile that specifications are read with, as us-ct.")
_SHA256 = Column("sha256", "text", "SHA-256 of the file's bytes, in hexadecimal.")
_RECORDED: Final = (
    Column("recorded_from", "time", "Record time: the load (UTC) since which this is believed."),
    Column("recorded_to", "time", "The load that replaced it; null for what is believed now.", nullable=True),
)
_VALID: Final = (
    Column("valid_to", "date", "The first day on which the next one holds; null for the last.", nullable=True),
    Column("is_current", "boolean", "Whether it is believed now, and is the latest of its class."),
)


def _text(name: str, comment: str) -> Column:
    return Column(name, "text", comment, nullable=True)


def _day(name: str, comment: str) -> Column:
    return Column(name, "date", comment, nullable=True)


def _amounts() -> tuple[Column, ...]:
    return tuple(
        Column(f"{period}_{end}", "amount", f"{word} end of the pay {meaning}.", nullable=True)
        for period, meaning in (("hourly", "an hour"), ("biweekly", "in two weeks"), ("yearly", "a year"))
        for end, word in (("min", "Lower"), ("max", "Upper"))
    )


_PAY: Final = (
    _text("kind", "range; flat: both ends are equal; variable: the amounts are placeholders, not pay; null: unread."),
    *_amounts(),
    Column("weekly_hours", "hours", "Hours a week, told from the amounts.", nullable=True),
    Column("currency", "text", "ISO 4217 code."),
    Column("text", "text", "The pay line as printed."),
)


def _codes(name: str, what: str, *more: Column) -> Table:
    return Table(
        name,
        "list",
        f"{what}: every code that was seen, with the name that the newest specification prints.",
        (
            _JURISDICTION,
            Column("code", "text", "The code, leading zeros kept."),
            _text("name", "Its name."),
            *more,
            _day("named_on", "Date of the specification that the name is from."),
        ),
        ("jurisdiction", "code"),
    )


def _detail(name: str, comment: str, *columns: Column) -> Table:
    return Table(
        name,
        "fixed",
        comment,
        (_READING_ID, _ORDINAL, *columns),
        ("reading_id", "ordinal"),
        (ForeignKey(("reading_id",), "reading"),),
        is_detail=True,
    )


def _coded(name: str, what: str) -> tuple[Column, ...]:
    return (_text(f"{name}_code", f"Code of the {what}."), _text(name, f"The {what} as printed."))


JOB_CLASS: Final = Table(
    "job_class",
    "fixed",
    "A job class. A specification without a class code is a class of its own.",
    (_CLASS_KEY, _JURISDICTION, _text("code", "Class code.")),
    ("class_key",),
)
SOURCE_DOCUMENT: Final = Table(
    "source_document",
    "fixed",
    "A file that was read, known by its bytes.",
    (
        _SHA256,
        _text("media_type", "Media type, decided by content."),
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
        _REVISION_KEY,
        _CLASS_KEY,
        Column("content", "json", "What rows of class_revision say of it, as JSON: of use to loads only."),
    ),
    ("reading_id",),
    (ForeignKey(("class_key",), "job_class"),),
    (("class_key",),),
)
CLASS_REVISION: Final = Table(
    "class_revision",
    "recorded",
    "A revision of a class, for the days on which it stands and the time for which it was believed.",
    (
        _REVISION_KEY,
        _CLASS_KEY,
        Column("reading_id", "id", "What it says: duties, statements and the rest are joined by this."),
        _day("valid_from", "The first day on which it stands; null where it has no date: it stands on no day."),
        *_VALID,
        *_RECORDED,
        Column(
            "basis", "text", "What its date is: effective_date, revised (the footer's REV), or content: it has none."
        ),
        _JURISDICTION,
        _text("title", "Title as printed, qualifiers included."),
        _text("series", "Title without qualifiers and level."),
        Column("level", "integer", "Level in the series.", nullable=True),
        Column("qualifiers", "json", "What stands in parentheses after the title; a JSON list."),
        _text("salary_group_code", "Pay plan and grade, as AR2 67."),
        _text("salary_group", "The salary group as printed."),
        _text("service", "classified or unclassified."),
        _text("selection", "How positions are filled, in lower case."),
        _text("designation", "The job class designation as printed."),
        *_coded("occupational_group", "occupational group"),
        *_coded("bargaining_unit", "bargaining unit"),
        *_coded("eeo_category", "EEO category"),
        _day("effective_date", "EFFECTIVE DATE."),
        _day("established_on", "EST in the footer."),
        _day("revised_on", "REV in the footer."),
        _text("cancellation_kind", "replaces or new."),
        _text("replaced_title", "Title of the class that it replaces."),
        _day("replaced_effective", "When what it replaces was approved effective."),
        Column("is_retitled", "boolean", "Whether the title is replaced too.", nullable=True),
        Column("reasons", "json", "Reasons of the cancellation clause, sentence by sentence; a JSON list."),
        _text("decision", "Kind and number of the decision, as Item 24-097."),
        _text("cancellation", "The cancellation clause."),
        Column("sha256", "text", "The file that this was read from: the best evidence."),
        Column("is_recognised", "boolean", "Whether it was recognised from an image of the text."),
        _ROW_ID,
    ),
    ("revision_key", "recorded_from"),
    (
        ForeignKey(("class_key",), "job_class"),
        ForeignKey(("reading_id",), "reading"),
        ForeignKey(("sha256",), "source_document"),
        ForeignKey(("jurisdiction", "salary_group_code"), "salary_group"),
        ForeignKey(("jurisdiction", "occupational_group_code"), "occupational_group"),
        ForeignKey(("jurisdiction", "bargaining_unit_code"), "bargaining_unit"),
        ForeignKey(("jurisdiction", "eeo_category_code"), "eeo_category"),
    ),
    (("class_key",), ("row_id",), ("valid_from",)),
)
DUTY: Final = _detail(
    "duty",
    "An example of duties.",
    Column("text", "text", "The duty."),
    _text("label", "The sub-label that it stands under."),
)
KSA_STATEMENT: Final = _detail(
    "ksa_statement",
    "A statement of knowledge, skill or ability.",
    Column("statement", "text", "The full sentence."),
    Column("text", "text", "The item itself."),
    _text("stem", "The parent item that it completes, as Considerable knowledge of."),
)
QUALIFICATION: Final = _detail(
    "qualification",
    "A statement of the minimum qualifications: a requirement, a substitution, a note, a special requirement.",
    Column("kind", "text", "general_experience, special_experience, other, substitution, note or special_requirement."),
    _text("qualifies", "Kind of the section that a note is to."),
    Column("text", "text", "The statement."),
    Column("quantities", "json", "Numbers written as word and numeral, in order; a JSON list of text and value."),
)
SECTION: Final = _detail(
    "section",
    "A section of the specification, all but the masthead.",
    Column("kind", "text", "Which section it is, as duties."),
    _text("heading", "The header as printed."),
    Column(
        "text", "text", "What stands under it: a line a paragraph, item or table row, items indented by their level."
    ),
)
REFERENCE: Final = _detail(
    "reference",
    "A statute or act that the specification names.",
    Column("kind", "text", "statute or act."),
    Column("number", "text", "Number of the section or act."),
    Column("subsections", "json", "Subsections, outermost first; a JSON list."),
    Column("text", "text", "As printed."),
)
ITEM_LINEAGE: Final = Table(
    "item_lineage",
    "recorded",
    "Which duties, statements and qualifications of a class's revisions are the same one, reworded or moved or not.",
    (
        _READING_ID,
        Column("item", "text", "The table of the item: duty, ksa_statement or qualification."),
        Column("ordinal", "integer", "The item's ordinal there."),
        Column("lineage_id", "id", "The same for the same item in all revisions of the class."),
        *_RECORDED,
        _ROW_ID,
    ),
    ("reading_id", "item", "ordinal", "recorded_from"),
    (ForeignKey(("reading_id",), "reading"),),
    (("row_id",), ("lineage_id",)),
    is_detail=True,
)
PAY_OBSERVATION: Final = Table(
    "pay_observation",
    "recorded",
    "Pay as a file shows it.",
    (
        _CLASS_KEY,
        _REVISION_KEY,
        _SHA256,
        _day("observed_on", "The day on which the file showed it; null where nothing says so."),
        *_PAY,
        *_RECORDED,
        _ROW_ID,
    ),
    ("row_id", "recorded_from"),
    (ForeignKey(("class_key",), "job_class"), ForeignKey(("sha256",), "source_document")),
    (("class_key",),),
)
PAY_RANGE: Final = Table(
    "pay_range",
    "recorded",
    "Pay of a class from one day to another, as far as it was seen. Pay that was seen on no known day is taken to be"
    " of the day from which its revision stands.",
    (
        _CLASS_KEY,
        Column("valid_from", "date", "The day on which this pay was first seen."),
        *_VALID,
        Column("last_seen_on", "date", "The last day on which it was seen."),
        Column("is_observed", "boolean", "Whether valid_from is a day on which it was seen, not a revision's date."),
        _REVISION_KEY,
        *_PAY,
        *_RECORDED,
        _ROW_ID,
    ),
    ("class_key", "valid_from", "recorded_from"),
    (ForeignKey(("class_key",), "job_class"),),
    (("row_id",),),
)
REVISION_SOURCE: Final = Table(
    "revision_source",
    "recorded",
    "A file that shows a revision.",
    (
        _CLASS_KEY,
        _REVISION_KEY,
        _SHA256,
        Column("path", "text", "Where it lay when it was converted."),
        _day("observed_on", "The day on which it showed what it shows."),
        _text("url", "Where it was taken from."),
        Column(
            "reading_id",
            "id",
            "What was read from it; null where its conversion took the revision from another file.",
            nullable=True,
        ),
        Column("is_recognised", "boolean", "Whether that was recognised from an image of the text.", nullable=True),
        *_RECORDED,
        _ROW_ID,
    ),
    ("row_id", "recorded_from"),
    (
        ForeignKey(("class_key",), "job_class"),
        ForeignKey(("sha256",), "source_document"),
        ForeignKey(("reading_id",), "reading"),
    ),
    (("class_key",), ("sha256",)),
)
SOURCE_READING: Final = Table(
    "source_reading",
    "recorded",
    "What became of a file when it was last converted.",
    (
        _SHA256,
        Column("outcome", "text", "converted, refused or unreadable."),
        _text("reason", "Why it gave no record."),
        Column("converted_at", "time", "When it was converted (UTC); of two readings of a file the later one counts."),
        _text("versions", "Of what converted it."),
        *_RECORDED,
        _ROW_ID,
    ),
    ("sha256", "recorded_from"),
    (ForeignKey(("sha256",), "source_document"),),
    (("row_id",),),
)
FINDING: Final = Table(
    "finding",
    "recorded",
    "Something that parsing has to say about a file of a revision.",
    (
        _CLASS_KEY,
        _REVISION_KEY,
        _SHA256,
        Column("ordinal", "integer", "Place among the findings of the file and revision, from 1."),
        Column("code", "text", "Kind of the finding, as header-unknown."),
        Column("severity", "text", "error, warning or info."),
        Column("message", "text", "What is wrong and what to do."),
        _text("pointer", "JSON Pointer to the value concerned."),
        Column("line", "integer", "Line of the document that it points at.", nullable=True),
        Column("page", "integer", "Page of it, for forms that have pages.", nullable=True),
        *_RECORDED,
        _ROW_ID,
    ),
    ("row_id", "recorded_from"),
    (ForeignKey(("class_key",), "job_class"), ForeignKey(("sha256",), "source_document")),
    (("class_key",),),
)
OCCUPATIONAL_GROUP: Final = _codes("occupational_group", "Occupational groups")
BARGAINING_UNIT: Final = _codes("bargaining_unit", "Bargaining units", _text("unit", "Designation, as P-5."))
EEO_CATEGORY: Final = _codes("eeo_category", "EEO categories")
SALARY_GROUP: Final = Table(
    "salary_group",
    "list",
    "Salary groups: every one that was seen.",
    (
        _JURISDICTION,
        Column("code", "text", "Pay plan and grade, as AR2 67."),
        Column("plan", "text", "Pay plan."),
        Column("grade", "text", "Grade within the plan, leading zeros kept."),
    ),
    ("jurisdiction", "code"),
)
LOAD: Final = Table(
    "load",
    "log",
    "A load that changed something. It is written last: what has no row here was not loaded.",
    (
        Column("recorded_at", "time", "Record time of the load (UTC); what it wrote has it in recorded_from."),
        Column("table_version", "integer", "Version of the tables that it wrote."),
        Column("folder", "text", "Name of the folder that was loaded."),
        Column("state", "text", "Hash of the conversion that was loaded."),
        Column("revisions_inserted", "id", "Revisions that were not known."),
        Column("revisions_corrected", "id", "Revisions that were read otherwise than before."),
        Column("revisions_moved", "id", "Revisions that say the same, but stand for other days or by other evidence."),
        Column("revisions_withdrawn", "id", "Revisions that no file shows any more."),
    ),
    ("recorded_at",),
)
MIGRATION: Final = Table(
    "migration",
    "log",
    "A change of the tables themselves.",
    (
        Column("version", "integer", "Version of the tables since then."),
        Column("recorded_at", "time", "Record time of the load that made it (UTC)."),
        Column("change", "text", "What was changed."),
    ),
    ("version",),
)

TABLES: Final[tuple[Table, ...]] = (
    JOB_CLASS,
    SOURCE_DOCUMENT,
    OCCUPATIONAL_GROUP,
    BARGAINING_UNIT,
    EEO_CATEGORY,
    SALARY_GROUP,
    READING,
    CLASS_REVISION,
    DUTY,
    KSA_STATEMENT,
    QUALIFICATION,
    SECTION,
    REFERENCE,
    ITEM_LINEAGE,
    PAY_OBSERVATION,
    PAY_RANGE,
    REVISION_SOURCE,
    SOURCE_READING,
    FINDING,
    MIGRATION,
    LOAD,
)
"""In an order in which each names only tables before it."""
LISTS: Final = tuple(table for table in TABLES if table.nature == "list")
BY_NAME: Final = {table.name: table for table in TABLES}
