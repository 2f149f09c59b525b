"""Duties, and statements of knowledge, skill and ability."""

from spec_parser.assembly.contents import entries, is_label, is_stem, label_text, without_semicolon
from spec_parser.assembly.trace import Trace
from spec_parser.document import Excerpt, excerpt, joined
from spec_parser.fields.readers import FieldReaders
from spec_parser.model import Duty, Statement
from spec_parser.profiles.profile import Profile
from spec_parser.structure import LogicalLine, Section


def duties(sections: list[Section], readers: FieldReaders, trace: Trace) -> tuple[Duty, ...]:
    """Each example of duties, in order. A parent item in capitals is the label of the items within it."""
    document = trace.document
    found: list[Duty] = []
    for entry in entries(sections, "duties"):
        if not entry.line.text or entry.kind == "note" or (entry.has_children and is_label(entry.line)):
            continue
        if entry.kind == "paragraph" and entry.line.text.endswith(":"):  # it only introduces what follows
            continue
        label = entry.label
        for parent in entry.parents:
            label = parent if is_label(parent) else label
        pointer = f"/duties/{len(found)}"
        excerpt = without_semicolon(document, entry.line.excerpt())
        text = trace.take(f"{pointer}/text", excerpt)
        named = None if label is None else trace.take(f"{pointer}/label", label_text(document, label))
        verb = trace.read(f"{pointer}/verb", excerpt, readers.duty_verb(text))
        found.append(Duty(text, named, verb))
    return tuple(found)


def statements(sections: list[Section], profile: Profile, readers: FieldReaders, trace: Trace) -> tuple[Statement, ...]:
    """Each statement of knowledge, skill or ability; an item that others are nested in is their stem."""
    document = trace.document
    found: list[Statement] = []
    stems: dict[int, Excerpt | None] = {}
    for entry in entries(sections, "knowledge_skill_ability"):
        line = entry.line
        if not line.text or entry.kind == "note" or (entry.has_children and (is_label(line) or is_stem(line))):
            continue
        stem = None
        if entry.parents:
            key = id(entry.parents[-1])
            if key not in stems:
                stems[key] = _stem(entry.parents, trace)
            stem = stems[key]
        pointer = f"/knowledge_skill_ability/{len(found)}"
        item = without_semicolon(document, line.excerpt())
        full = item if stem is None else _full(stem, item, profile, trace)
        text = trace.take(f"{pointer}/text", item)
        statement = trace.take(f"{pointer}/statement", full)
        asked = trace.read(pointer, full, readers.asked(statement))
        above = None if stem is None else trace.take(f"{pointer}/stem", stem)
        found.append(Statement(above, text, statement, asked.kind, asked.degree))
    return tuple(found)


def _stem(parents: tuple[LogicalLine, ...], trace: Trace) -> Excerpt | None:
    """The parent items as one text, their colons left out; None where none of them is a stem."""
    document = trace.document
    stretches = [place for parent in parents if is_stem(parent) for place in label_text(document, parent).stretches]
    return excerpt(document, stretches) if stretches else None


def _full(stem: Excerpt, item: Excerpt, profile: Profile, trace: Trace) -> Excerpt:
    """Stem and item as one sentence; a preposition that both carry stands once."""
    document = trace.document
    last = stem.text.rpartition(" ")[2].lower()
    first, _, _ = item.text.partition(" ")
    if last in profile.prepositions and first.lower() == last:
        item = item.part(document, len(first) + 1, len(item.text))
    return joined(document, stem, item)
