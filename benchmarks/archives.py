"""Archives of invented class specifications in many forms, one source in a hundred hostile or damaged."""

import random
from pathlib import Path

from spec_parser.generator import generate
from spec_parser.render import render_text
from spec_parser.render.html import render_html
from spec_parser.render.word.package import render_docx
from tests.isolation.mutations import mutants
from tests.readers.pdf.drawing import printed

FORMS = ("txt", "html", "pdf", "docx")
_BAD_EVERY = 100
# Files in a folder.
_A_FOLDER = 500


def write_archive(
    folder: Path, count: int, *, forms: tuple[str, ...] = FORMS, seed: int = 0, bad: bool = True
) -> list[Path]:
    """Write so many sources, the forms in turn; gives their paths. The same seed gives the same files.

    Args:
        folder: where they go.
        count: of them.
        forms: that they have.
        seed: of all that is drawn.
        bad: whether one in a hundred is hostile or damaged.
    """
    damaged = mutants(seed, count // _BAD_EVERY + 1)
    dice = random.Random(seed)
    paths = []
    for number in range(count):
        form = forms[number % len(forms)]
        within = folder / f"{number // _A_FOLDER:03}"
        within.mkdir(parents=True, exist_ok=True)
        if bad and number % _BAD_EVERY == _BAD_EVERY - 1:
            mutant = next(damaged)
            path = within / f"{number:06}{mutant.form}"
            path.write_bytes(mutant.data if mutant.form not in (".png", ".jpg", ".tif") else dice.randbytes(3000))
        else:
            path = within / f"{number:06}.{form}"
            path.write_bytes(source(seed + number, form))
        paths.append(path)
    return paths


def source(seed: int, form: str) -> bytes:
    """One invented specification in a form."""
    content = generate(seed).content
    if form == "html":
        return render_html(content).encode()
    if form == "docx":
        return render_docx(content)
    text = render_text(content, "A", width=90 if form == "pdf" else None)
    return printed(text.splitlines()) if form == "pdf" else text.encode()
