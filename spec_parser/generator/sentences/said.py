"""Words together with the tree that they say."""

from typing import NamedTuple, TypeVar

from msgspec import structs

from spec_parser.model.expression import AllOf, AnyOf, Cap, Expression, Substitution

T = TypeVar("T", bound=Expression)


class Said(NamedTuple):
    """A stretch of a sentence and what it says.

    Attributes:
        text: the words; a line end stands for the blank before a line or an item of a list.
        node: their tree; its offsets count in the words.
    """

    text: str
    node: Expression


def weave(*parts: str | Said) -> tuple[str, tuple[Expression, ...]]:
    """Words put together, and the trees of those that say something, with offsets in the whole."""
    text, nodes = "", []
    for part in parts:
        if isinstance(part, Said):
            nodes.append(moved(part.node, len(text)))
            text += part.text
        else:
            text += part
    return text, tuple(nodes)


def moved(node: T, by: int) -> T:
    """The same tree, with offsets in a text that has so many code points more before it."""
    further = {"start": node.start + by, "end": node.end + by}
    if isinstance(node, AllOf | AnyOf):
        return structs.replace(node, **further, items=tuple(moved(item, by) for item in node.items))
    if isinstance(node, Substitution):
        caps = tuple(moved_cap(cap, by) for cap in node.caps)
        return structs.replace(node, **further, offer=moved(node.offer, by), caps=caps)
    return structs.replace(node, **further)


def moved_cap(cap: Cap, by: int) -> Cap:
    """The same cap, with what it requires moved."""
    return cap if cap.requires is None else structs.replace(cap, requires=moved(cap.requires, by))


def closed(said: Said, before: str = "", end: str = ".") -> Said:
    """A statement with its stop, and words before it such as `NOTE: `; the node at the top covers all of it."""
    text, (node,) = weave(before, said, end)
    return Said(text, structs.replace(node, start=0, end=len(text)))


def capital(said: Said) -> Said:
    """The same with a capital at the start."""
    return said._replace(text=said.text[0].upper() + said.text[1:])
