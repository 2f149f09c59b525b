"""Notes on what a term means: "the General Experience is interpreted as ...", "... is defined as ..."."""

from spec_parser.fields.qualifications.words import Word, spanning


def about_term(words: list[Word]) -> list[Word] | None:
    """The tokens of such a note; None where a sentence is none."""
    for place, word in enumerate(words):
        if word.type == "INTERPRETED" or (word.type == "DEFINED" and not _lists(words, place + 1)):
            return _told(words, place)
    return None


def _lists(words: list[Word], place: int) -> bool:
    return place < len(words) and words[place].type in ("ONE_OF", "ALL_OF")


def _told(words: list[Word], verb: int) -> list[Word]:
    """A note on what a term means: everything before the verb is its subject, everything after it is a phrase."""
    first = 0
    while first < verb and words[first].type in ("NOTE", "STATE_EMPLOYEES"):
        first += 1
    rest = verb + 1
    kind = words[verb].type
    tokens = words[:first]
    if first < verb:
        tokens.append(spanning("SUBJECT", words, first, verb))
    level = rest < len(words) and words[rest].type in ("AT_LEVEL", "AT_OR_ABOVE")
    tokens.append(words[verb] if level or kind == "DEFINED" else Word("DEFINED", words[verb].start, words[verb].end))
    if level:
        tokens.append(words[rest])
        rest += 1
    if rest < len(words):
        tokens.append(spanning("PHRASE", words, rest, len(words)))
    return tokens
