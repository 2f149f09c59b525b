"""Rules: what is wrong with a class specification before it is published.

A rule judges a record that was read already, and changes none. `docs/writing-rules.md` says how one is written.
"""

from typing import Final

RULES_VERSION: Final = "1.0.0"
"""Version of the rule set: its last number grows with a better rule, the middle one with a new rule or code."""
