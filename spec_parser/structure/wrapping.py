"""Whether a physical line goes on with the one before it: hard wraps are undone before anything is read.

A wrapped text is told by its width: each line was broken just where its next word did not fit.
"""

from spec_parser.document import Document, Evidence

# A text with lines longer than this was not wrapped by anybody.
_WIDEST = 132
# Below this the longest line says nothing about where lines were broken.
_NARROWEST = 24
_TERMINAL = (".", ";", ":", "!", "?")


def wrap_width(document: Document) -> int | None:
    """The column at which a text was wrapped, or None where it was not.

    Where the form shows of a line whether it goes on with the one above, that one says nothing about the others.
    """
    text, lines = document.text, document.lines
    if document.evidence:
        below = [*document.evidence[1:], Evidence(goes_on=False)]
        lines = [line for line, shown in zip(lines, below, strict=True) if shown.goes_on is None]
    widest = 0
    for line in lines:
        width = line.end - line.start
        if width > _WIDEST:
            width = len(text[line.start : line.end].rstrip())
            if width > _WIDEST:
                return None
        widest = max(widest, width)
    return widest if widest >= _NARROWEST else None


def was_broken(before: str, after: str, width: int | None) -> bool:
    """Whether a line was broken between two pieces for want of room.

    Args:
        before: the line above as it stands, indentation included, blanks at its end left out.
        after: the line below without its indentation.
        width: the column at which the text was wrapped.
    """
    if width is None:
        return False
    word = after.split(None, 1)[0]
    return len(before) + len(word) + (before[-1:] != "-" or before[-2:] == " -") > width


def runs_on(before: str, after: str) -> bool:
    """Whether a sentence is plainly unfinished: no stop at the end, and a small letter follows."""
    return not before.endswith(_TERMINAL) and after[0].islower()


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence, an item or an introduction does."""
    return text.rstrip("\"'”’)").endswith(_TERMINAL)
