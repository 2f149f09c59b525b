"""What the tags of a file add to what shows on its pages, by either engine."""

from typing import Any

import pytest

from spec_parser.limits import DEFAULT
from spec_parser.readers import read
from spec_parser.readers.options import Options
from spec_parser.readers.page.model import Item
from spec_parser.readers.pdf import pdfium, plumber
from tests.cases import cases
from tests.readers.pdf.drawing import disc, pdf, text

_ENGINES = {"pdfium": pdfium, "pdfplumber": plumber}
_ROOT, _PARENTS, _FIRST = 20, 21, 22
_CATALOG = f"/MarkInfo << /Marked true >> /StructTreeRoot {_ROOT} 0 R"


@pytest.mark.parametrize("engine", list(_ENGINES))
@pytest.mark.parametrize("case", cases(__file__, "tagged"))
def test_tagged(case: dict[str, Any], engine: Any) -> None:
    data = _tagged(case["tree"], case["content"])
    (page,) = _ENGINES[engine].pages(data, DEFAULT)
    assert page.items == tuple(Item(frozenset(own), depth, frozenset(label)) for own, depth, label in case["items"])
    assert read(data, how=Options(pdf_engine=engine)).text.splitlines() == case["lines"]


@pytest.mark.parametrize("engine", list(_ENGINES))
def test_a_tree_as_deep_as_the_file_likes_is_walked(engine: str) -> None:
    tree: dict[str, Any] = {"LI": [{"LBody": [0]}]}
    for _ in range(3000):
        tree = {"L": [tree]}
    (page,) = _ENGINES[engine].pages(_tagged(tree, ["text 60 680 Steers"]), DEFAULT)
    assert [word.text for word in page.words] == ["Steers"]


def test_what_an_item_holds_on_another_page_is_none_of_this_page() -> None:
    """Each page numbers its marked contents from 0: the second line of an item is 0 there, as the heading is here."""
    pages = (24, 26)
    contents = [
        "\n".join(f"/P << /MCID {number} >> BDC {text(60, y, words)} EMC" for number, (y, words) in enumerate(shown))
        for shown in (((700, "Duties"), (680, "Steers ferries")), ((700, "in fog"),))
    ]
    more = [
        f"<< /Type /StructTreeRoot /K [{_FIRST} 0 R] /ParentTree {_PARENTS} 0 R >>",
        f"<< /Nums [0 [{_FIRST} 0 R {_FIRST + 1} 0 R] 1 [{_FIRST + 1} 0 R]] >>",
        f"<< /Type /StructElem /S /L /P {_ROOT} 0 R /K [{_FIRST + 1} 0 R] >>",
        f"<< /Type /StructElem /S /LI /P {_FIRST} 0 R /Pg {pages[0]} 0 R"
        f" /K [1 << /Type /MCR /Pg {pages[1]} 0 R /MCID 0 >>] >>",
    ]
    data = pdf(contents, catalog=_CATALOG, page="/StructParents {page}", more=more)
    first, second = pdfium.pages(data, DEFAULT)
    assert first.items == (Item(frozenset([1]), 1, frozenset()),)
    assert second.items == (Item(frozenset([0]), 1, frozenset()),)


def _tagged(tree: dict[str, Any], content: list[str]) -> bytes:
    """A file of one page with a structure tree."""
    objects: list[str] = []
    holders: dict[int, int] = {}
    pending = [(tree, _ROOT, _FIRST)]
    count = 1
    for element, parent, number in pending:  # grows while it is walked
        ((kind, kids),) = element.items()
        held = []
        for kid in kids:
            if isinstance(kid, int):
                holders[kid] = number
                held.append(str(kid))
            else:
                pending.append((kid, number, _FIRST + count))
                held.append(f"{_FIRST + count} 0 R")
                count += 1
        objects.append(f"<< /Type /StructElem /S /{kind} /P {parent} 0 R /Pg {{page}} 0 R /K [{' '.join(held)}] >>")
    parents = " ".join(f"{holders[content]} 0 R" for content in sorted(holders))
    more = [
        f"<< /Type /StructTreeRoot /K [{_FIRST} 0 R] /ParentTree {_PARENTS} 0 R >>",
        f"<< /Nums [0 [{parents}]] >>",
        *objects,
    ]
    page = _ROOT + len(more)
    shown = "\n".join(f"/Span << /MCID {number} >> BDC {_operators(line)} EMC" for number, line in enumerate(content))
    return pdf(
        [shown], catalog=_CATALOG, page="/StructParents {page}", more=[one.replace("{page}", str(page)) for one in more]
    )


def _operators(line: str) -> str:
    what, x, y, *words = line.split(" ", 3)
    if what == "text":
        return text(float(x), float(y), words[0])
    if what == "disc":
        return disc(float(x), float(y), 1.5)
    return f"{x} {y} m {float(x) + 14} {y} l {float(x) + 7} {float(y) + 12} l h f"  # too large for a bullet
