"""The kinds of words, by what they do in a sentence: terminals of grammars/qualification_words.lark."""

from typing import Final

# Degrees whose name says the field too: "M.S.W.".
NAMED_LEVELS: Final = frozenset({"NAMED_BACHELOR", "NAMED_MASTER", "NAMED_DOCTORATE"})
LEVELS: Final = NAMED_LEVELS | {
    *("ASSOCIATE", "BACHELOR", "MASTER", "DOCTORATE", "LAW", "GRADUATE", "FOUR_YEAR", "TWO_YEAR"),
}
CREDENTIALS: Final = frozenset({"LICENCE", "CERTIFICATE", "CERTIFICATION", "REGISTRATION", "PERMIT", "DESIGNATION"})
QUALIFIED = frozenset({"LICENSED", "CERTIFIED", "REGISTERED"})
SCHOOLING: Final = frozenset({"COLLEGE", "HIGH_SCHOOL", "PROGRAMME", "APPRENTICESHIP", "COURSE", "SCHOOL"})
# After these a phrase stands.
BEFORE_PHRASE = frozenset(
    {
        "IN",
        "INVOLVING",
        "AS",
        "AT_LEVEL",
        "AT_OR_ABOVE",
        "IN_CLASS",
        "FROM_SCHOOL",
        "ISSUED",
        "MAJOR",
        "SEE",
        "BAR_MEMBER",
        "ABILITY",
        "ANY_TRAINING",
    }
)
MUST = frozenset({"MUST_BE_SPENT", "MUST_INVOLVE"})
LEVEL_OF = frozenset({"AS", "AT_LEVEL", "AT_OR_ABOVE", "IN_CLASS"})
# What ends a phrase wherever it stands.
ENDS = frozenset(
    {
        *MUST,
        *("SUBSTITUTED", "COUNTS_AS", "ON_BASIS", "MAXIMUM", "YEAR_FOR_YEAR", "SECTION_FOR", "INTERPRETED", "DEFINED"),
        *("SEMICOLON", "COLON", "CLAUSES", "ISSUED", "NOTE", "AT_LEVEL", "AT_OR_ABOVE", "IN_CLASS"),
        *("EQUIVALENT", "MAJOR", "RECENT"),
    }
)
# Before these a comma says nothing.
AFTER_COMMA = frozenset({"EQUIVALENT", "MAJOR", "RECENT"})
JOINERS = frozenset({"COMMA", "SEMICOLON", "AND", "OR", "AND_OR", "INCLUDING", "WITH"})
JOINT = {"AND": "and", "OR": "or", "AND_OR": "and/or", "INCLUDING": "including", "WITH": "and"}
STRENGTHS = {"COMMA": 1, "SEMICOLON": 2}
STRONGEST = 3
LONGEST_JOINT = 3
# What another requirement begins with, surely.
OPENERS = frozenset(
    {
        "HELD",
        "ELIGIBLE",
        "CURRENT",
        "COMPLETION",
        "COMPLETED",
        "ENROLMENT",
        "HIGH_SCHOOL",
        "APPLICANTS",
        "ABILITY",
        "CLAUSES",
        "COMBINATION",
        "BAR_MEMBER",
    }
    | QUALIFIED
    | LEVELS
)
# Nouns that another requirement may end with: "and a Master Barber license".
NAMED = frozenset({*CREDENTIALS, "PROGRAMME", "APPRENTICESHIP", "EXPERIENCE"})
# Nouns that name a course or school when they stand before it.
NAMING = frozenset({*CREDENTIALS, *LEVELS, *SCHOOLING, "DEGREE"})
BEFORE_DOING = frozenset({"EXPERIENCE", "OF_EXPERIENCE", "UNIT"})
# What experience is in: "following admission to the bar" is said of it behind that.
BEFORE_AFTER = BEFORE_DOING | {"IN", "INVOLVING", "AS", "PHRASE", "DOING"}
PLAIN = frozenset(
    {
        "WORD",
        "RELATIVE",
        "SUCH",
        "DOING",
        "ARTICLE",
        "FOR",
        "TO_DO",
        "FROM",
        "AND",
        "OR",
        "AND_OR",
        "COMMA",
        "OF",
        "STOP",
        "PER",
        "BETWEEN",
        "BY",
        "AFTER",
    }
)
# What stands between the two amounts of a range: "one (1) to three (3) years".
RANGES = frozenset({"TO_DO", "DASH", "AND"})
# How far from its article a noun may stand: "a current Class B Master Steeplejack license".
LONGEST_NAME = 7
HEADS = {
    **dict.fromkeys([*LEVELS, "DEGREE"], "degree"),
    **dict.fromkeys([*CREDENTIALS, *QUALIFIED, "BAR_MEMBER"], "credential"),
    **dict.fromkeys([*SCHOOLING, "HOURS"], "training"),
    **dict.fromkeys([*MUST, "EXPERIENCE", "OF_EXPERIENCE", "UNIT"], "experience"),
}
