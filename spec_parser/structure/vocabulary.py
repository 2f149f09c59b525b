"""A profile made ready for reading lines: headers by name, patterns compiled."""

import re

from spec_parser.profiles.profile import Header, Profile


class Vocabulary:
    """What the lines of one jurisdiction's specifications look like. Not changed after it was made."""

    __slots__ = ("banner", "headers", "masthead", "pay", "profile", "special", "title")

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.headers: dict[str, Header] = {name: header for header in profile.headers for name in header.names}
        lines = profile.lines
        self.title = re.compile(lines.title)
        self.pay = re.compile(lines.pay)
        self.masthead = re.compile("|".join(f"(?:{pattern})" for pattern in lines.masthead) or r"(?!)")
        self.banner = re.compile("|".join(f"(?:{pattern})" for pattern in lines.banner) or r"(?!)")
        # One pass tells these four apart; the name of the group that matched says which it is.
        self.special = re.compile(
            f"(?P<NOTE>{lines.note})|(?P<FOOTER>{lines.footer})|(?P<OR>{lines.alternative})"
            f"|(?P<FURNITURE>{'|'.join(f'(?:{pattern})' for pattern in lines.furniture) or '(?!)'})"
        )
