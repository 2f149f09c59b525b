"""Tracked changes in the runs of a Word file: what goes is marked as deleted, what comes as inserted."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import count, groupby
from typing import NamedTuple

from lxml import etree

from spec_parser.readers.docx.xml import Element
from spec_parser.rules.rewriting.runs import XML_SPACE, Atom, Run, namespace


class Author(NamedTuple):
    """Whose changes they are: what a word processor shows beside them. The date is ISO 8601, or left out."""

    name: str = "spec-parser"
    date: str | None = None


class Change(NamedTuple):
    """What becomes of one run: characters that go, and what is put behind which of them (-1: before the first)."""

    gone: frozenset[int]
    put: dict[int, str]


class Marker:
    """Writes tracked changes into the parts of one file, each with a number of its own."""

    def __init__(self, author: Author, roots: Iterable[Element]) -> None:
        self._author = author
        taken = [
            int(value)
            for root in roots
            for element in root.iter(etree.Element)
            if (value := element.get(namespace(root) + "id", "")).isdecimal() and len(value) < 10
        ]
        self._numbers = count(max(taken, default=0) + 1)

    def change(self, run: Run, change: Change) -> None:
        """Divide a run into what stays, what goes and what comes."""
        pieces: list[Element] = []
        kept: list[Atom] = []
        gone: list[Atom] = []

        def close() -> None:
            if kept:
                pieces.append(_run(run.element, kept, "t"))
            if gone:
                pieces.append(self._tracked("del", _run(run.element, gone, "delText")))
            kept.clear()
            gone.clear()

        for number in range(-1, len(run.atoms)):
            if number >= 0:
                into, other = (gone, kept) if number in change.gone else (kept, gone)
                if other:
                    close()
                into.append(run.atoms[number])
            if number in change.put:
                close()
                pieces.append(self._tracked("ins", _new(run.element, change.put[number])))
        close()
        parent = run.element.getparent()
        if parent is not None:
            at = parent.index(run.element)
            parent[at : at + 1] = pieces

    def _tracked(self, kind: str, run: Element) -> Element:
        space = namespace(run)
        element = etree.Element(space + kind)
        element.set(space + "id", str(next(self._numbers)))
        element.set(space + "author", self._author.name)
        if self._author.date is not None:
            element.set(space + "date", self._author.date)
        element.append(run)
        return element


def _new(like: Element, text: str) -> Element:
    """A run with a text that looks like another run."""
    space = namespace(like)
    run = _bare(like)
    element = etree.SubElement(run, space + "t")
    element.text = text
    element.set(XML_SPACE, "preserve")
    return run


def _run(like: Element, atoms: Sequence[Atom], text: str) -> Element:
    """A run with some characters of another one; what holds its text is called `t` or `delText`."""
    space = namespace(like)
    run = _bare(like)
    for element, members in groupby(atoms, key=lambda atom: atom.element):
        if element.tag != space + "t":
            run.append(deepcopy(element))
            run[-1].tail = None
            continue
        held = etree.SubElement(run, space + text)
        held.text = "".join(atom.character for atom in members)
        held.set(XML_SPACE, "preserve")
    return run


def _bare(like: Element) -> Element:
    """A run without text that looks like another one."""
    run = etree.Element(like.tag)
    for name, value in like.attrib.items():
        run.set(name, value)
    properties = like.find(namespace(like) + "rPr")
    if properties is not None:
        run.append(deepcopy(properties))
        run[-1].tail = None
    return run
