"""What a record says about itself: where values come from, what was counted, what was noticed."""

from typing import Annotated, Any, Literal, TypedDict

from msgspec import Meta, Struct

Rule = Literal["copy", "clean", "join", "derive"]
Severity = Literal["error", "warning", "info"]
Count = Annotated[int, Meta(ge=0)]
Place = Annotated[int, Meta(ge=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]


class Span(Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """A stretch of the document. Offsets count code points of the document's text, from 0, half open."""

    start: Annotated[int, Meta(ge=0, description="First code point of the stretch, from 0.", examples=[36])]
    end: Annotated[int, Meta(ge=0, description="The code point after its last one.", examples=[67])]
    line: Annotated[int, Meta(ge=1, description="Line of the document on which it starts, from 1.", examples=[3])]
    bytes: Annotated[
        tuple[int, int] | None,
        Meta(description="The same stretch in bytes of the file, from 0, half open (text, HTML).", examples=[[36, 67]]),
    ] = None
    page: Annotated[Place | None, Meta(description="Page on which it starts, from 1 (PDF, scans).", examples=[1])] = (
        None
    )
    box: Annotated[
        tuple[float, float, float, float] | None,
        Meta(
            description="Left, top, right and bottom of it on that page, in points from the page's top left corner.",
            examples=[[77.3, 120.1, 312.8, 131.6]],
        ),
    ] = None
    part: Annotated[
        str | None, Meta(description="Part of the package (Word files).", examples=["word/document.xml"])
    ] = None
    paragraph: Annotated[
        Count | None, Meta(description="Paragraph of the part, counted from 0 in its order.", examples=[12])
    ] = None
    run: Annotated[Count | None, Meta(description="Run of the paragraph in which it starts, from 0.", examples=[0])] = (
        None
    )
    confidence: Annotated[
        Percent | None,
        Meta(description="How sure the recognition of its least certain word is, in percent.", examples=[96]),
    ] = None


class Provenance(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Where one value comes from, and the rule that gives it again from there."""

    spans: Annotated[tuple[Span, ...], Meta(description="The stretches of the document that the value is read from.")]
    rule: Annotated[
        Rule,
        Meta(
            description=(
                "copy: the stretch as it stands. clean: the stretch with its white space cleaned. join: several cleaned"
                " stretches, between them a blank, or nothing within a hyphenated word or number. derive: read or"
                " computed from the stretches by the field's grammar."
            ),
            examples=["copy"],
        ),
    ]


PlainSpan = dict[str, Any]
"""A Span as plain types, what it does not know left out."""


class PlainProvenance(TypedDict):
    """A Provenance as plain types. A record has hundreds: they are made as they are validated and printed."""

    spans: tuple[PlainSpan, ...]
    rule: Rule


class Fix(Struct, frozen=True, forbid_unknown_fields=True):
    """A proposed replacement for the stretch a finding points at."""

    replacement: Annotated[str, Meta(description="What should stand there instead.", examples=["April 18, 2023"])]


class Finding(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that parsing has to say about the specification."""

    code: Annotated[str, Meta(description="Stable name of the kind of finding.", examples=["header-unknown"])]
    severity: Annotated[Severity, Meta(description="How bad it is.", examples=["warning"])]
    message: Annotated[
        str,
        Meta(
            description="What is wrong and what to do, in a person's words.",
            examples=['"TELEWORK" is in capitals like a header, but is none the profile knows.'],
        ),
    ]
    pointer: Annotated[
        str | None,
        Meta(description="JSON Pointer to the value concerned, if there is one.", examples=["/effective_date"]),
    ]
    spans: Annotated[tuple[Span, ...], Meta(description="Where in the document.")]
    fix: Annotated[Fix | None, Meta(description="A mended text, where parsing knows one.")]


class Coverage(Struct, frozen=True, forbid_unknown_fields=True):
    """How many code points of the document belong to what. The six kinds add up to `characters`."""

    characters: Annotated[Count, Meta(description="All code points of the document's text.", examples=[6923])]
    value: Annotated[Count, Meta(description="Read as a value of the record.", examples=[6093])]
    header: Annotated[Count, Meta(description="Section headers.", examples=[403])]
    mark: Annotated[Count, Meta(description="Bullets and other marks.", examples=[44])]
    space: Annotated[Count, Meta(description="White space and invisible characters.", examples=[353])]
    furniture: Annotated[
        Count, Meta(description="Masthead, hiring banner, a browser's date and URL lines.", examples=[38])
    ]
    unrecognised: Annotated[Count, Meta(description="Not understood; every stretch has a finding.", examples=[0])]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """The file that the record was read from."""

    name: Annotated[str | None, Meta(description="Name of the file, without its folder.", examples=["4978AR.txt"])]
    media_type: Annotated[str, Meta(description="Media type decided by content.", examples=["text/plain"])]
    sha256: Annotated[
        str,
        Meta(
            description="SHA-256 of the file's bytes, in hexadecimal.",
            pattern="^[0-9a-f]{64}$",
            max_length=64,
            examples=["0" * 64],
        ),
    ]
    bytes: Annotated[Count, Meta(description="Size of the file in bytes.", examples=[7083])]
    pages: Annotated[int | None, Meta(description="Number of pages, for forms that have pages.", examples=[3])]
