"""What differs between two class specifications, by meaning, and whether the cancellation clause says so.

The exact changes, with which one content is made of the other, are those of `differences`; here they are put as a
person would put them, and shown on a page. The core takes contents and gives data; reading and printing is elsewhere.
"""

from spec_parser.comparing.model import Comparison, Difference, Identity, Shift, Verdict
from spec_parser.comparing.specifications import compare
from spec_parser.comparing.streams import Compared, Numbered, compare_streams

__all__ = [
    "Compared",
    "Comparison",
    "Difference",
    "Identity",
    "Numbered",
    "Shift",
    "Verdict",
    "compare",
    "compare_streams",
]
