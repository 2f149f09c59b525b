"""Fields: an instruction, which does not show, and its result, which does (ECMA-376 part 1, 17.16)."""

from typing import Generic, NamedTuple, TypeVar

from spec_parser.readers.docx.xml import VAL, Element, W, children, number_of, switch_of

_Shown = TypeVar("_Shown")
_BOX, _CROSSED_BOX = "☐", "☒"


class _Field(NamedTuple):
    """A field that has begun: how much had been shown before it, its own sign, whether its result has begun."""

    start: int
    own: str
    has_result: bool = False


class Fields(Generic[_Shown]):
    """Takes back what was taken for text while a field's instruction went by.

    Only within one paragraph: of a field that ends in another one all is kept that stands in this one.

    Args:
        shown: what the paragraph has shown so far; what follows is added to it.
    """

    def __init__(self, shown: list[_Shown]) -> None:
        self._shown = shown
        self._open: list[_Field] = []

    def take(self, mark: Element) -> str:
        """Take note of `w:fldChar`. Gives what an ending field shows of itself: a box, the entry of a list."""
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(_Field(len(self._shown), _form_field(mark)))
        elif kind == "separate" and self._open:
            field = self._open[-1]
            del self._shown[field.start :]
            self._open[-1] = field._replace(has_result=True)
        elif kind == "end" and self._open:
            field = self._open.pop()
            if not field.has_result:
                del self._shown[field.start :]
            if len(self._shown) == field.start:
                return field.own
        return ""


def _form_field(mark: Element) -> str:
    """What a form's field shows that holds its result in itself."""
    data = children(mark.find(W + "ffData"))
    box = children(data.get(W + "checkBox"))
    if box:
        checked = switch_of(box, W + "checked")
        return _CROSSED_BOX if (switch_of(box, W + "default") if checked is None else checked) else _BOX
    entries = data.get(W + "ddList")
    if entries is None:
        return ""
    chosen = number_of(children(entries), W + "result") or 0
    texts = [entry.get(VAL, "") for entry in entries.iterchildren(W + "listEntry")]
    return texts[chosen] if 0 <= chosen < len(texts) else ""
