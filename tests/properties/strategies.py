"""Texts to parse: arbitrary ones, and ones put together from lines as specifications have them, or nearly have them."""

import re

from hypothesis import strategies as st

HEADERS = {
    "PURPOSE OF JOB CLASS (NATURE OF WORK)": "purpose",
    "GUIDELINES FOR JOB CLASS USE": "guidelines",
    "SUPERVISION RECEIVED": "supervision_received",
    "SUPERVISION EXERCISED": "supervision_exercised",
    "EXAMPLES OF DUTIES": "duties",
    "KNOWLEDGE, SKILL AND ABILITY": "knowledge_skill_ability",
    "MINIMUM QUALIFICATIONS": "minimum_qualifications",
    "MINIMUM QUALIFICATIONS - GENERAL EXPERIENCE": "general_experience",
    "MINIMUM QUALIFICATIONS - SPECIAL EXPERIENCE": "special_experience",
    "MINIMUM QUALIFICATIONS - SUBSTITUTIONS ALLOWED": "substitutions",
    "PREFERRED QUALIFICATIONS": "preferred_qualifications",
    "SPECIAL REQUIREMENTS": "special_requirements",
    "CHARACTER REQUIREMENTS": "character_requirements",
    "PHYSICAL REQUIREMENTS": "physical_requirements",
    "WORKING CONDITIONS": "working_conditions",
    "APPOINTMENT": "appointment",
    "COMPENSATION GUIDELINES": "compensation_guidelines",
    "JOB CLASS DESIGNATION": "designation",
    "OCCUPATIONAL GROUP": "occupational_group",
    "BARGAINING UNIT": "bargaining_unit",
    "EEO": "eeo",
    "SALARY INFORMATION": "salary",
    "ACKNOWLEDGEMENT": "acknowledgement",
    "CANCELLATION CLAUSE": "cancellation",
    "EFFECTIVE DATE": "effective_date",
    # the older site's
    "PURPOSE OF CLASS:": "purpose",
    "GUIDELINES FOR CLASS USE:": "guidelines",
    "SUPERVISION RECEIVED:": "supervision_received",
    "EXAMPLES OF DUTIES:": "duties",
    "MINIMUM QUALIFICATIONS REQUIRED KNOWLEDGE, SKILL AND ABILITY:": "knowledge_skill_ability",
    "EXPERIENCE AND TRAINING:": "minimum_qualifications",
    "SPECIAL REQUIREMENTS:": "special_requirements",
}
"""Connecticut's headers and the kinds of section that they open, written down a second time on purpose."""

_WORDS = st.sampled_from(
    re.split(
        r"\s+",
        """the a of and or to wardens orchard Inspects inspects trees; ladders. (a) (b) (1) (2) (15) two (2)
        Nine (9) one-half (1/2) twenty-four (24) three (4) years Section 5-198(7)(A) Sec. 5-196 § 5-200a
        Public Act 08-01 NOTE: OR AND/OR either: Considerable knowledge of in-service pre- on-the- job
        $20.00 | CENTRAL OFFICE Grants.Issues 11/07/2024 warden’s gardé and-holds -""",
    )
)
_DAMAGE = st.sampled_from(
    ["\u00a0", "\u200b", "\u00ad", "  ", "\t", "\ufeff", "\u2028", "\x0c", "\x01", "\ufffd", "\u3000"]
)
_ENDS = st.sampled_from(
    ["\n"] * 12 + ["\n\n"] * 6 + ["\r\n", "\r", "\x0c", "\n\x0c", " \n", "\u00a0\n", "\x85", "\x1c", "\v"]
)

sentences = st.lists(_WORDS, min_size=1, max_size=14).map(" ".join)
_MARKS = st.sampled_from(
    ["• ", "•", "- ", "* ", "o ", "– ", "1. ", "2. ", "3) ", "(1) ", "(2) ", "a. ", "b. ", "(a) ", "\uf0b7\t"]
)
_INDENTS = st.sampled_from(["", " ", "  ", "    ", "      ", "\t", "        ", "                  "])

items = st.builds("{}{}{}".format, _INDENTS, _MARKS, sentences | st.just(""))
headers = st.sampled_from(sorted(HEADERS))
_near_headers = st.sampled_from(
    [
        "EXAMPLES OF DUTY",
        "SUPERVISION",
        "MINIMUM",
        "QUALIFICATIONS",
        "TELEWORK",
        "Examples of Duties",
        "EXAMPLES OF DUTIES:",
    ]
)
titles = st.sampled_from(
    [
        "Orchard Warden 2 (1234AR)",
        "Orchard Warden (35 Hour) (1234AR)",
        "Chief Orchard Warden IV (Confidential) (37.5 Hour) (9876VR)",
        "Orchard Warden",
        "(1234AR)",
        "Warden (Acting) 2 (1234A1)",
        "ORCHARD WARDEN (1234AR",
    ]
)
pay_lines = st.sampled_from(
    [
        "$20.00-$30.50 Hourly / $1,600.00-$2,440.00 BiWeekly / $41,760.00-$63,684.00 Yearly",
        "$20.00-$30.50 Hourly / $1,600.00-$2,440.00 BiWeekly /\n$41,760.00-$63,684.00 Yearly",
        "$0.01-$478.93 Hourly / $0.00-$0.00 BiWeekly /\n$1.00-$999,999.00 Yearly",
        "$43.36-$43.36 Hourly",
        "20.5 – 30 Hourly / 41760 - 63684 Yearly",
        "$53.18-$72.51 Hourly / $4,253.95-$5,800.23 BiWeekly",
        "$53.18-$72.51 Hourly / $4,253.95-",
    ]
)
footers = st.sampled_from(
    [
        "CLASS: 1234AR; REV: 11/13/2024;",
        "CLASS: 1234AR;\nEST: 10/1/1987;\nREV: 9/12/2024;",
        "CLASS: 12; REV: 2/30/2024",
        "REV: 1/2/24;",
        "CLASS: ;",
    ]
)
clauses = st.sampled_from(
    [
        "This replaces the existing title and specification for the class of Orchard Warden 1 in Salary Group AR2 67"
        " approved effective April 29, 2021. (Revised to modify content. Reviewed.) Item No. 24-097",
        "This replaces the existing specification for the class of Tree\nWarden in Salary Group AR 20\n"
        "approved effective April 18. 2023. (Revised to\nadd duties) Final No. 12-001",
        "New job code. Item No. 24-167",
        "This replaces the existing specification for the class of Warden approved effective",
        "See attached addendum.",
    ]
)
_fields = st.sampled_from(
    [
        "Classified/Competitive",
        "Unclassified",
        "Sworn/Appointed",
        "(15)-Insurance Programs and Control",
        "(16)-ADMIN & RESID (P-5)",
        "(99)-Orchards",
        "AR2 67",
        "CL - 14",
        "VS 003",
        "11/07/2024",
        "Sept. 9, 2020",
        "2/30/2024",
        "n/a",
    ]
)
_CELLS = {
    "class head": [["Class Code", "Pay Plan", "Class Title", "Eff.Date"]],
    "class": [
        ["6976", "CL - 14", "LANTERN CLERK 1", "May 26, 2009"],
        ["6976CL", "HD - PY", "LANTERN CLERK (NIGHT) (35 Hour)", "2/3/2017"],
        ["6976", "AR2-67", "LANTERN KEEPER II"],
        ["6976", "CL - 14", "LANTERN CLERK (1234AR)", "Feb 30, 2017"],
        ["6976", "CL - 14", "LANTERN (CLERK", "May 26, 09"],
        ["6976", "CL - 14", "Feb 3, 2017"],
    ],
    "code head": [["CC", "Final#", "Occup. Group", "Bargaining Unit", "EEO"]],
    "codes": [
        ["12", "09-031", "(15)-Insurance Programs and Control", "(16)-ADMIN & RESID (P-5)", "(2)-Professional"],
        ["12", "09-031", "15", "16", "2"],
        ["(99)-Orchards", "(02)-MANAGERIAL", "(1)-Officials"],
        ["12", "09-031", "(15)-Insurance"],
        ["(a)", "lamp"],
    ],
}


@st.composite
def _rows(draw: st.DrawFn, kind: str) -> str:
    """A row of one of the older site's tables, its columns parted in any way."""
    cells = draw(st.sampled_from(_CELLS[kind]))
    between = draw(st.sampled_from([" ", "  ", "\t", " | ", "|", " | | "]))
    return f"| {between.join(cells)} |" if "|" in between else between.join(cells)


class_tables = st.builds(
    lambda above, head, rows: "\n".join([*above, *head, *rows]),
    st.lists(st.sampled_from(["Classified/Competitive", "Unclassified"]), max_size=1),
    st.lists(_rows("class head"), max_size=1),
    st.lists(_rows("class"), min_size=1, max_size=3),
)
code_tables = st.builds("{}\n{}".format, _rows("code head"), _rows("codes"))
_odd = st.sampled_from(
    [
        "State of Connecticut Executive Branch",
        "Department of Administrative Services",
        "We are currently accepting applications for this position.",
        "To apply, please close this pop-up window and apply there",
        "https://orchards.example/specs",
        "Page 1 of 3",
        "1/3",
        "OR",
        "AND/OR",
        "|Class|Title|",
        "| 1234AR |  Orchard Warden | |",
        "|||",
        "LEAD LEVEL",
        "CENTRAL OFFICE:",
        "  • CENTRAL OFFICE",
        "Storrs Campus:",
        "FACILITY: Incumbents prune trees.",
        "NOTE: For state employees this is interpreted.",
        "NOTES:",
        "Note: as follows:",
        "Considerable knowledge of",
        "  • Considerable knowledge of",
        "    • of pruning;",
        "Holds (a) a licence; or (b) a permit.",
        "(1) One year of pruning OR (2) two (2) years of\nplanting",
        "•",
        "  -",
    ]
)


@st.composite
def _damaged(draw: st.DrawFn, lines: st.SearchStrategy[str]) -> str:
    """A line into which something has got that shows nothing, or shows damage."""
    line = draw(lines)
    place = draw(st.integers(0, len(line)))
    return line[:place] + draw(_DAMAGE) + line[place:]


_common = st.one_of(
    headers, sentences, items, items, items, titles, pay_lines, footers, clauses, _fields, _odd, _odd, code_tables
)
lines = st.one_of(_common, _common, _common, _near_headers, _damaged(_common), st.just(""))


@st.composite
def assembled(draw: st.DrawFn) -> str:
    """Lines as specifications have them, in any order, with any line ends."""
    return "".join(line + draw(_ENDS) for line in draw(st.lists(lines, max_size=25)))


@st.composite
def specifications(draw: st.DrawFn) -> str:
    """A whole specification: title and pay, sections in any order, a footer."""
    end = draw(st.sampled_from(["\n", "\n\n"]))
    parts = [draw(st.just("") | _odd), draw(titles), draw(pay_lines)]
    for _ in range(draw(st.integers(1, 6))):
        parts.append(draw(headers))
        parts += draw(st.lists(lines, max_size=6))
    parts += ["EXAMPLES OF DUTIES", *draw(st.lists(items, max_size=6))]
    parts += ["KNOWLEDGE, SKILL AND ABILITY", *draw(st.lists(items, max_size=6))]
    parts += ["MINIMUM QUALIFICATIONS - GENERAL EXPERIENCE", *draw(st.lists(sentences, max_size=3))]
    parts += ["CANCELLATION CLAUSE", draw(clauses), "EFFECTIVE DATE", draw(_fields)]
    if draw(st.booleans()):
        parts.append(draw(footers))
    return end.join(parts)


@st.composite
def old_pages(draw: st.DrawFn) -> str:
    """A page of the older site: tables of classes, sections, a row of codes somewhere."""
    parts = draw(st.lists(class_tables, min_size=1, max_size=2))
    for _ in range(draw(st.integers(1, 4))):
        parts += [draw(headers), *draw(st.lists(lines | code_tables, max_size=4))]
    page = "\n".join([*parts, draw(code_tables)])
    return _flattened(page) if draw(st.booleans()) else page


def _flattened(page: str) -> str:
    """The page with each line between bars, empty cells run together."""
    return "\n".join(
        line if line.startswith("|") else f"| {line} | |||||" if line else "|" for line in page.split("\n")
    )


def _as_specification(text: str) -> str:
    """Any text between two headers, so that it is not refused as no class specification at all."""
    return f"EXAMPLES OF DUTIES\n{text}\nSUPERVISION RECEIVED\nWorks under a warden.\n"


arbitrary = st.text(max_size=200)
texts = st.one_of(
    specifications(),
    specifications(),
    old_pages(),
    assembled().map(_as_specification),
    assembled(),
    arbitrary.map(_as_specification),
    arbitrary,
)
"""Any text, mostly one that a record is made of."""
