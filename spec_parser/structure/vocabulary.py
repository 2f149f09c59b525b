"""A profile made ready for reading lines: headers by name, patterns compiled."""

import re

from spec_parser.profiles.profile import Header, Profile
from spec_parser.structure.near import NearNames, plain


class Vocabulary:
    """What the lines of one jurisdiction's specifications look like. Not changed after it was made."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.headers: dict[str, Header] = {name: header for header in profile.headers for name in header.names}
        self._plain = {plain(name): header for name, header in self.headers.items()}
        self._near = NearNames(self._plain)
        self._longest = max(map(len, self._plain)) + 4
        self.headers.update({name: header for header in profile.headers for name in header.run_in})
        self._run_in = {name: header for header in profile.headers for name in header.run_in}
        self._longest_run_in = max(map(len, self._run_in), default=0)
        self.openings = frozenset(
            " ".join(words[:count]) for words in map(str.split, self.headers) for count in range(1, len(words))
        )
        lines = profile.lines
        self.title = re.compile(lines.title)
        self.pay = re.compile(lines.pay)
        self.masthead = _any(lines.masthead)
        self.banner = _any(lines.banner)
        self.bodies: dict[str, str] = {header.kind: header.body for header in profile.headers}
        self.evident = [(kind, re.compile(pattern)) for kind, pattern in profile.evident.items()]
        # One pass tells these five apart; the name of the group that matched says which it is.
        self.special = re.compile(
            f"(?P<NOTE>{lines.note})|(?P<FOOTER>{lines.footer})|(?P<OR>{lines.alternative})"
            f"|(?P<FURNITURE>{_any(lines.furniture).pattern})|(?P<CODE_HEAD>{lines.code_row_head})"
        )
        self.code_row_head = re.compile(lines.code_row_head)
        self._class_table_head = re.compile(lines.class_table_head)
        self._class_row = re.compile(lines.class_row)
        stems = "|".join(re.escape(stem) for stem in sorted(profile.stems, key=len, reverse=True))
        self.stem = re.compile(rf"(?i:{stems}):?$" if stems else r"(?!)")
        self.complete = re.compile(
            rf"(?i:{stems})\b|{profile.complete_statement}" if stems else profile.complete_statement
        )

    def evident_kind(self, words: str) -> str | None:
        """The kind of section that a text is told to be by its own form."""
        return next((kind for kind, form in self.evident if form.match(words)), None)

    def class_table_row(self, words: str) -> str | None:
        """Whether a line above the first header is a row of a table of classes, or the table's head."""
        if self._class_row.match(words):
            return "CLASS_ROW"
        return "CLASS_HEAD" if self._class_table_head.match(words) else None

    def near_header(self, words: str) -> Header | None:
        """The header that a line names in other letters: mixed case, a colon, another dash, a letter wrong."""
        if len(words) > self._longest or words[-1] in ".;," or not words[0].isalpha():
            return None
        wanted = plain(words)
        known = self._plain.get(wanted)
        if known is None and words.isupper():
            known = self._near.nearest(wanted)
        return known

    def run_in_header(self, words: str) -> tuple[Header, int] | None:
        """The header that a line begins with, and the length of its name with the colon."""
        colon = words.find(":", 0, self._longest_run_in) + 1
        header = self._run_in.get(words[:colon]) if colon else None
        return (header, colon) if header is not None and len(words) > colon else None


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")
