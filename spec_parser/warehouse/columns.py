"""Columns that several tables have."""

from typing import Final

from spec_parser.warehouse.definition import Column

CLASS_KEY: Final = Column("class_key", "text", "The job class: jurisdiction and class code, as us-ct/4978AR.")
REVISION_KEY: Final = Column(
    "revision_key",
    "text",
    "The revision: class and the date (else the hash) that tells it, as us-ct/4978AR/2024-11-07.",
)
READING_ID: Final = Column("reading_id", "id", "The reading that it is part of.")
ROW_ID: Final = Column("row_id", "id", "Hash of what the row says; the same in every target.")
ORDINAL: Final = Column("ordinal", "integer", "Place in the specification, from 1.")
JURISDICTION: Final = Column("jurisdiction", "text", "The profile that specifications are read with, as us-ct.")
SHA256: Final = Column("sha256", "text", "SHA-256 of the file's bytes, in hexadecimal.")
RECORDED: Final = (
    Column("recorded_from", "time", "Record time: the load (UTC) since which this is believed."),
    Column("recorded_to", "time", "The load that replaced it; null for what is believed now.", nullable=True),
)
VALID: Final = (
    Column("valid_to", "date", "The first day on which the next one holds; null for the last.", nullable=True),
    Column("is_current", "boolean", "Whether it is believed now, and is the latest of its class."),
)


def text(name: str, comment: str) -> Column:
    """A text that may be null."""
    return Column(name, "text", comment, nullable=True)


def day(name: str, comment: str) -> Column:
    """A day that may be null."""
    return Column(name, "date", comment, nullable=True)


def _amounts() -> tuple[Column, ...]:
    return tuple(
        Column(f"{period}_{end}", "amount", f"{word} end of the pay {meaning}.", nullable=True)
        for period, meaning in (("hourly", "an hour"), ("biweekly", "in two weeks"), ("yearly", "a year"))
        for end, word in (("min", "Lower"), ("max", "Upper"))
    )


PAY: Final = (
    text("kind", "range; flat: both ends are equal; variable: the amounts are placeholders, not pay; null: unread."),
    *_amounts(),
    Column("weekly_hours", "hours", "Hours a week, told from the amounts.", nullable=True),
    Column("currency", "text", "ISO 4217 code."),
    Column("text", "text", "The pay line as printed."),
)


def coded(name: str, what: str) -> tuple[Column, ...]:
    """A code, and the field that it is from."""
    return (text(f"{name}_code", f"Code of the {what}."), text(name, f"The {what} as printed."))
