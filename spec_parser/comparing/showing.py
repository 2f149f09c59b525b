"""Edits as a reader wants to see them."""

import re

from spec_parser.differences import Edit, edits

_AMOUNT = re.compile(r"\$\d")
# If less than this share of both texts stays, the old text is shown as a whole, then the new one.
_LEAST_SHARED = 0.35


def shown_edits(old: str, new: str) -> tuple[Edit, ...]:
    """Word by word where enough stays as it was; otherwise the whole old text and the whole new one."""
    found = edits(old, new)
    if _AMOUNT.search(old) and _AMOUNT.search(new):
        return found  # of a pay line all that counts may change
    shared = sum(len(edit.text.strip()) for edit in found if edit.kind == "same")
    if shared * 2 >= _LEAST_SHARED * (len(old) + len(new)):
        return found
    return tuple(edit for edit in (Edit("removed", old), Edit("added", new)) if edit.text)
