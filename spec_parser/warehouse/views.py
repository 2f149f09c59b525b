"""Views that every target that speaks SQL has: the first questions, each asked once and for all.

As the tables, they are defined once: what they show with its comments, and the question in the SQL that DuckDB,
PostgreSQL and SQLite share; what each says in its own words comes from its `Dialect`. A later version may add columns to
a view, at its end, and takes none away: so a view can be replaced under the views of others.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from spec_parser.warehouse import tables
from spec_parser.warehouse.columns import CLASS_KEY
from spec_parser.warehouse.ddl import Dialect, quoted
from spec_parser.warehouse.definition import Column, Table

_ENDS: Final = tuple(f"{period}_{end}" for period in ("hourly", "biweekly", "yearly") for end in ("min", "max"))


class View(NamedTuple):
    """A view.

    Attributes:
        name: of it.
        comment: what one row is, for a person.
        columns: what it shows, in order.
        query: the question, in the words of a database.
        parameters: days that the question is asked for, by their names. Such a view is a macro in DuckDB and a function
            in PostgreSQL; for SQLite, which has neither, the dictionary has the question.
    """

    name: str
    comment: str
    columns: tuple[Column, ...]
    query: Callable[[Dialect], str]
    parameters: tuple[str, ...] = ()


def _of(table: Table, *names: str) -> tuple[Column, ...]:
    """Columns as a table has them; any of them may be null in a view."""
    return tuple(table.columns[table.names.index(name)]._replace(nullable=True) for name in names)


def _integer(name: str, comment: str) -> Column:
    return Column(name, "integer", comment)


def _amount(name: str, comment: str) -> Column:
    return Column(name, "amount", comment, nullable=True)


def _text(name: str, comment: str) -> Column:
    return Column(name, "text", comment, nullable=True)


def _current_class(_: Dialect) -> str:
    amounts = ",\n  ".join(f"CASE WHEN p.kind <> 'variable' THEN p.{end} END AS {end}" for end in _ENDS)
    return f"""SELECT r.class_key, c.code, r.revision_key, r.reading_id, r.jurisdiction, r.title, r.series, r.level,
  r.qualifiers, r.valid_from, r.salary_group_code, r.occupational_group_code, g.name AS occupational_group,
  r.bargaining_unit_code, u.name AS bargaining_unit, r.eeo_category_code, e.name AS eeo_category, p.kind AS pay_kind,
  {amounts},
  p.weekly_hours, p.currency, p.last_seen_on AS pay_seen_on
FROM class_revision r
JOIN job_class c ON c.class_key = r.class_key
LEFT JOIN pay_range p ON p.class_key = r.class_key AND p.is_current
LEFT JOIN occupational_group g ON g.jurisdiction = r.jurisdiction AND g.code = r.occupational_group_code
LEFT JOIN bargaining_unit u ON u.jurisdiction = r.jurisdiction AND u.code = r.bargaining_unit_code
LEFT JOIN eeo_category e ON e.jurisdiction = r.jurisdiction AND e.code = r.eeo_category_code
WHERE r.is_current"""


CURRENT_CLASS: Final = View(
    "current_class",
    "A class as its latest revision has it, with the pay that was seen last.",
    (
        CLASS_KEY,
        *_of(tables.JOB_CLASS, "code"),
        *_of(tables.CLASS_REVISION, "revision_key", "reading_id", "jurisdiction", "title", "series", "level"),
        *_of(tables.CLASS_REVISION, "qualifiers", "valid_from", "salary_group_code", "occupational_group_code"),
        _text("occupational_group", "Name of the occupational group."),
        *_of(tables.CLASS_REVISION, "bargaining_unit_code"),
        _text("bargaining_unit", "Name of the bargaining unit."),
        *_of(tables.CLASS_REVISION, "eeo_category_code"),
        _text("eeo_category", "Name of the EEO category."),
        _text("pay_kind", "range, flat, or variable: the page has placeholders, and the amounts are null here."),
        *_of(tables.PAY_RANGE, *_ENDS, "weekly_hours", "currency"),
        Column("pay_seen_on", "date", "The last day on which this pay was seen.", nullable=True),
    ),
    _current_class,
)


def _ladder(_: Dialect) -> str:
    return """WITH rung AS (
  SELECT jurisdiction, series, qualifiers, level, min(yearly_min) AS yearly_min, max(yearly_max) AS yearly_max
  FROM current_class WHERE series IS NOT NULL AND level IS NOT NULL
  GROUP BY jurisdiction, series, qualifiers, level
), step AS (
  SELECT jurisdiction, series, qualifiers, level, lag(level) OVER below AS level_below,
    lag(yearly_min) OVER below AS min_below, lag(yearly_max) OVER below AS max_below
  FROM rung WINDOW below AS (PARTITION BY jurisdiction, series, qualifiers ORDER BY level)
)
SELECT c.jurisdiction, c.series, c.qualifiers, c.level, c.class_key, c.title, c.yearly_min, c.yearly_max,
  s.level_below, round(c.yearly_min - s.min_below, 2) AS step_min, round(c.yearly_max - s.max_below, 2) AS step_max
FROM current_class c
JOIN step s ON s.jurisdiction = c.jurisdiction AND s.series = c.series AND s.qualifiers = c.qualifiers
  AND s.level = c.level"""


LADDER: Final = View(
    "ladder",
    "A current class on a level of its series, with what it is paid more than the level below. Qualifiers tell ladders"
    " apart: a series has one of each.",
    (
        *_of(tables.CLASS_REVISION, "jurisdiction", "series", "qualifiers", "level", "class_key", "title"),
        *_of(tables.PAY_RANGE, "yearly_min", "yearly_max"),
        Column("level_below", "integer", "The next lower level that there is; null for the lowest.", nullable=True),
        _amount("step_min", "What the lower end of the yearly pay has more than the lowest on the level below."),
        _amount("step_max", "What the upper end of the yearly pay has more than the highest on the level below."),
    ),
    _ladder,
)


def _qualification_summary(says: Dialect) -> str:
    level = says.member.format(column="n.properties", name="level")
    return f"""WITH stated AS (
  SELECT reading_id, sum(CASE WHEN kind = 'substitution' THEN 1 ELSE 0 END) AS substitutions,
    sum(CASE WHEN understood IN ('partial', 'text') THEN 1 ELSE 0 END) AS not_understood
  FROM qualification GROUP BY reading_id
), node AS (
  SELECT n.reading_id, n.ordinal, n.type, q.kind, {level} AS level,
    CASE n.unit WHEN 'year' THEN n.amount WHEN 'month' THEN n.amount / 12.0 END AS years
  FROM qualification q
  JOIN qualification_node n ON n.reading_id = q.reading_id AND n.qualification = q.ordinal
  WHERE n.type IN ('experience', 'service', 'degree')
), asked AS (
  SELECT reading_id, max(CASE WHEN kind = 'general_experience' THEN years END) AS general_years,
    max(CASE WHEN kind = 'special_experience' THEN years END) AS special_years
  FROM node WHERE type <> 'degree' GROUP BY reading_id
), degree AS (
  SELECT reading_id, {says.joined.format(column="level", place="place")} AS degrees
  FROM (
    SELECT reading_id, level, min(ordinal) AS place FROM node
    WHERE type = 'degree' AND level IS NOT NULL AND kind NOT IN ('substitution', 'note')
    GROUP BY reading_id, level ORDER BY reading_id, place
  ) AS found GROUP BY reading_id
), accepted AS (
  SELECT reading_id, {says.joined.format(column="level", place="place")} AS degrees
  FROM (
    SELECT reading_id, level, min(ordinal) AS place FROM node
    WHERE type = 'degree' AND level IS NOT NULL AND kind = 'substitution'
    GROUP BY reading_id, level ORDER BY reading_id, place
  ) AS found GROUP BY reading_id
), licence AS (
  SELECT revision_key, {says.joined.format(column="name", place="place")} AS licences
  FROM (
    SELECT revision_key, name, min(ordinal) AS place FROM reference
    WHERE kind = 'licence' AND recorded_to IS NULL
      AND (pointer LIKE '/minimum_qualifications/%' OR pointer LIKE '/special_requirements/%')
    GROUP BY revision_key, name ORDER BY revision_key, place
  ) AS found GROUP BY revision_key
)
SELECT c.class_key, c.title, c.occupational_group_code, c.occupational_group,
  CAST(round(asked.general_years, 4) AS DECIMAL(12, 4)) AS general_years,
  CAST(round(asked.special_years, 4) AS DECIMAL(12, 4)) AS special_years,
  degree.degrees AS degrees_required, accepted.degrees AS degrees_accepted, licence.licences,
  CAST(coalesce(stated.substitutions, 0) AS INTEGER) AS substitutions,
  CAST(coalesce(stated.not_understood, 0) AS INTEGER) AS not_understood
FROM current_class c
LEFT JOIN stated ON stated.reading_id = c.reading_id
LEFT JOIN asked ON asked.reading_id = c.reading_id
LEFT JOIN degree ON degree.reading_id = c.reading_id
LEFT JOIN accepted ON accepted.reading_id = c.reading_id
LEFT JOIN licence ON licence.revision_key = c.revision_key"""


QUALIFICATION_SUMMARY: Final = View(
    "qualification_summary",
    "What a current class asks for, in short. Of alternatives and of parts the greatest number of years counts.",
    (
        *_of(tables.CLASS_REVISION, "class_key", "title", "occupational_group_code"),
        _text("occupational_group", "Name of the occupational group."),
        Column("general_years", "quantity", "The most years of the general experience.", nullable=True),
        Column("special_years", "quantity", "The most years of the special experience.", nullable=True),
        _text("degrees_required", "Levels of the degrees that requirements name, in their order, between semicolons."),
        _text("degrees_accepted", "Levels of the degrees that substitutions name."),
        _text("licences", "Licences that qualifications and special requirements name."),
        _integer("substitutions", "How many substitutions there are."),
        _integer("not_understood", "Statements of which not all was understood: look at their text."),
    ),
    _qualification_summary,
)


def _finding_summary(_: Dialect) -> str:
    return """SELECT r.class_key, r.revision_key, r.title, f.severity, f.code, count(*) AS findings,
  count(DISTINCT f.sha256) AS files
FROM class_revision r
JOIN finding f ON f.class_key = r.class_key AND f.revision_key = r.revision_key AND f.recorded_to IS NULL
WHERE r.is_current
GROUP BY r.class_key, r.revision_key, r.title, f.severity, f.code"""


FINDING_SUMMARY: Final = View(
    "finding_summary",
    "How often parsing has one thing to say about the latest revision of a class.",
    (
        *_of(tables.CLASS_REVISION, "class_key", "revision_key", "title"),
        *_of(tables.FINDING, "severity", "code"),
        _integer("findings", "How many there are, in all files of the revision."),
        _integer("files", "In how many of its files."),
    ),
    _finding_summary,
)


def _changes_between(says: Dialect) -> str:
    stood = "{0}.valid_from <= {1} AND ({0}.valid_to IS NULL OR {0}.valid_to > {1}) AND {0}.recorded_to IS NULL"
    joins = "\n".join(
        f"LEFT JOIN {table} {name} ON {name}.class_key = c.class_key\n  AND {stood.format(name, says.parameter + day)}"
        for table, name, day in (
            ("class_revision", "a", "first_day"),
            ("class_revision", "b", "second_day"),
            ("pay_range", "pa", "first_day"),
            ("pay_range", "pb", "second_day"),
        )
    )
    return f"""SELECT c.class_key,
  CASE WHEN a.revision_key IS NULL THEN 'added' WHEN b.revision_key IS NULL THEN 'ended'
    WHEN a.revision_key <> b.revision_key THEN 'revised' ELSE 'pay' END AS change,
  a.revision_key AS first_revision, b.revision_key AS second_revision, a.title AS first_title, b.title AS second_title,
  pa.yearly_min AS first_yearly_min, pb.yearly_min AS second_yearly_min,
  pa.yearly_max AS first_yearly_max, pb.yearly_max AS second_yearly_max
FROM job_class c
{joins}
WHERE coalesce(a.revision_key, b.revision_key) IS NOT NULL
  AND (coalesce(a.revision_key, '') <> coalesce(b.revision_key, '')
    OR coalesce(pa.text, '') <> coalesce(pb.text, ''))"""


CHANGES_BETWEEN: Final = View(
    "changes_between",
    "A class of which another revision or other pay stood on the second day than on the first, as believed now.",
    (
        CLASS_KEY,
        Column("change", "text", "added, ended, revised, or pay: the revision is the same."),
        _text("first_revision", "The revision that stood on the first day."),
        _text("second_revision", "The revision that stood on the second day."),
        _text("first_title", "Its title on the first day."),
        _text("second_title", "Its title on the second day."),
        _amount("first_yearly_min", "Lower end of the yearly pay on the first day, placeholders as printed."),
        _amount("second_yearly_min", "Lower end of the yearly pay on the second day."),
        _amount("first_yearly_max", "Upper end of the yearly pay on the first day."),
        _amount("second_yearly_max", "Upper end of the yearly pay on the second day."),
    ),
    _changes_between,
    ("first_day", "second_day"),
)

VIEWS: Final = (CURRENT_CLASS, LADDER, QUALIFICATION_SUMMARY, FINDING_SUMMARY, CHANGES_BETWEEN)
"""In an order in which each names only views before it."""


def view_statements(view: View, says: Dialect) -> Iterator[str]:
    """The statements that make a view anew, with its comments."""
    query = view.query(says)
    if not view.parameters:
        yield from (line.format(name=view.name, query=query) for line in says.view)
    elif says.macro:
        arguments = ", ".join(f"{name} {says.macro_type}".strip() for name in view.parameters)
        shown = ", ".join(
            f"{column.name} {says.types[column.type].partition(' COMPRESSION')[0]}" for column in view.columns
        )
        yield says.macro.format(name=view.name, query=query, arguments=arguments, columns=shown)
    if says.has_comments and not view.parameters:
        yield f"COMMENT ON VIEW {view.name} IS {quoted(view.comment)}"
        for column in view.columns:
            yield f"COMMENT ON COLUMN {view.name}.{column.name} IS {quoted(column.comment)}"
