"""The dialects in which one class specification is met, and what of its content each cannot carry.

This table is the one place that says so: tests, benchmarks and `carried.py` read it.
"""

from typing import Literal, NamedTuple

Headers = Literal["own line", "old site", "none"]


class Loss(NamedTuple):
    """Something that a page of a dialect does not say.

    Attributes:
        pointer: where it stands in the content, as a JSON Pointer; `*` is every index.
        why: one sentence, for a person.
    """

    pointer: str
    why: str


class Dialect(NamedTuple):
    """A way to print a class specification.

    Attributes:
        name: as on the command line.
        summary: one sentence, for a person.
        headers: how a section begins.
        airy: whether blank lines stand round everything, and lists are indented.
        unprinted: kinds of sections that are left out.
        width: columns at which lines are broken, where nobody says otherwise; None: lines are not broken.
        losses: what the page does not say.
    """

    name: str
    summary: str
    headers: Headers
    airy: bool
    unprinted: frozenset[str]
    width: int | None
    losses: tuple[Loss, ...]


_NO_TITLE = "Title and pay line are not printed; the class code comes from the footer."
_FLAT = "Every bullet stands at the left margin; only the stems of knowledge, skill and ability can be told."
_UNTITLED = (
    Loss("/job_class/title", _NO_TITLE),
    Loss("/job_class/series", _NO_TITLE),
    Loss("/job_class/level", _NO_TITLE),
    Loss("/job_class/qualifiers", _NO_TITLE),
    Loss("/pay", _NO_TITLE),
)
_UNNESTED = (Loss("/sections/*/blocks/*/items/*/level", _FLAT),)
_NO_HEADERS = "No header says which section a text belongs to."
_OLDER = "The older site did not print it."
_TABLE = "The table of classes prints it in a form of its own: the number of the class, the title in capitals."

DIALECTS: dict[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        Dialect(
            "A",
            "As most pages: masthead, title, pay, headers between blank lines, indented bullets.",
            headers="own line",
            airy=True,
            unprinted=frozenset(),
            width=None,
            losses=(),
        ),
        Dialect(
            "B",
            "No masthead, title or pay; every bullet is a dash at the left margin.",
            headers="own line",
            airy=False,
            unprinted=frozenset({"masthead", "banner"}),
            width=None,
            losses=_UNTITLED + _UNNESTED,
        ),
        Dialect(
            "D",
            "As B, with lines broken inside sentences and bullets.",
            headers="own line",
            airy=False,
            unprinted=frozenset({"masthead", "banner"}),
            width=72,
            losses=_UNTITLED + _UNNESTED,
        ),
        Dialect(
            "E",
            "As A, without the headers that are known.",
            headers="none",
            airy=True,
            unprinted=frozenset(),
            width=None,
            losses=tuple(
                Loss(f"/{name}", _NO_HEADERS)
                for name in (
                    "salary_group",
                    "designation",
                    "occupational_group",
                    "bargaining_unit",
                    "eeo_category",
                    "duties",
                    "knowledge_skill_ability",
                    "minimum_qualifications",
                    "special_requirements",
                    "effective_date",
                    "cancellation",
                    "sections",
                )
            ),
        ),
        Dialect(
            "old",
            "The older site: a table of classes, headers with colons, experience with run-in headers.",
            headers="old site",
            airy=True,
            unprinted=frozenset(
                {
                    "masthead",
                    "banner",
                    "salary",
                    "effective_date",
                    "footer",
                    "occupational_group",
                    "bargaining_unit",
                    "eeo",
                }
            ),
            width=None,
            losses=(
                *(Loss(f"/{name}", _TABLE) for name in ("job_class", "salary_group", "effective_date")),
                *(
                    Loss(f"/{name}", _OLDER)
                    for name in ("pay", "footer", "occupational_group", "bargaining_unit", "eeo_category")
                ),
                Loss("/sections", "Headers have other names there, and the table of classes is a section."),
            ),
        ),
    )
}
"""Every dialect that can be rendered, by its name."""
