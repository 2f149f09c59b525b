"""Structure: from the lines of a document to its sections and blocks."""

from itertools import chain
from typing import NamedTuple

from spec_parser.document import Document, Stretch
from spec_parser.structure.classifier import classify
from spec_parser.structure.lines import logical_lines
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.nesting import nest
from spec_parser.structure.regrouping import regroup
from spec_parser.structure.runs import split_runs
from spec_parser.structure.tree import Block, Section, sections
from spec_parser.structure.vocabulary import Vocabulary

__all__ = ["Block", "LogicalLine", "Section", "Structure", "Vocabulary", "structure"]


class Structure(NamedTuple):
    """What a document is made of.

    Attributes:
        sections: in the order of the document; every line that is no furniture stands in one.
        bars: where the bars stand between which lines are printed.
        furniture: stretches of the page that are no part of the specification.
        assumed_labels: lines in capitals taken as labels.
        regrouped_stems: stems of lists whose nesting the page has lost.
        clamped: items nested too deep.
    """

    sections: list[Section]
    bars: list[Stretch]
    furniture: list[Stretch]
    assumed_labels: list[LogicalLine]
    regrouped_stems: list[LogicalLine]
    clamped: list[LogicalLine]

    def classes(self) -> int:
        """How many rows the tables of classes have."""
        blocks = (block for section in self.sections for block in section.blocks if block.type == "table")
        return sum(line.type == "CLASS_ROW" for block in blocks for line in block.lines)


def structure(document: Document, vocabulary: Vocabulary) -> Structure:
    """Find the sections of a document and what stands in them. Total: any document has a structure."""
    lines, bars = logical_lines(document, vocabulary)
    classified = classify(document, lines)
    split_runs(document, classified.parts)
    stems = regroup(classified.parts, vocabulary)
    nested = nest(chain.from_iterable([part.lines for part in classified.parts]))
    return Structure(
        sections(nested.tokens), bars, classified.furniture, classified.assumed_labels, stems, nested.clamped
    )
