"""The specimens of corpus/generated/: each text beside its content as the generator meant it.

index.toml          what each is made of
NAME.txt            the specification
NAME.expected.json  its content, less what its dialect cannot carry (null; sections that are not printed are left out)
                    and what its damage destroyed (null)
"""

import tomllib
from typing import Any

import msgspec

from spec_parser.generator import DAMAGES, Truth, generate, revisions, series
from spec_parser.render import PLAIN, Style, carried, forget, render_text
from tests.specimens import CORPUS

GENERATED = CORPUS / "generated"
_SERIES = 3


class Specimen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of the index, which says what its properties mean."""

    name: str
    shows: str
    seed: int
    edition: int = 1
    level: int | None = None
    dialect: str = "A"
    style: int | None = None
    width: int | None = None
    damage: str | None = None

    @property
    def truth(self) -> Truth:
        """The invented class."""
        if self.level is not None:
            return series(self.seed, _SERIES)[self.level - 1]
        return generate(self.seed) if self.edition == 1 else revisions(self.seed, self.edition)[-1]

    @property
    def printed(self) -> str:
        """Its page before the damage."""
        style = PLAIN if self.style is None else Style.seeded(self.style)
        return render_text(self.truth.content, self.dialect, style=style, width=self.width)

    @property
    def page(self) -> str:
        """Its page."""
        return self.printed if self.damage is None else DAMAGES[self.damage](self.printed, self.seed)

    def told(self, content: Any) -> dict[str, Any]:
        """What the page still tells of a content: of the truth, or of what was read."""
        plain = carried(content, self.dialect, self.truth.content, self.printed)
        if self.damage is not None:
            forget(plain, DAMAGES[self.damage].destroys)
        return plain

    def files(self) -> dict[str, bytes]:
        """Its files by name, as they must stand in the folder."""
        expected = msgspec.json.format(msgspec.json.encode(self.told(self.truth.content)), indent=1)
        return {f"{self.name}.txt": self.page.encode(), f"{self.name}.expected.json": expected + b"\n"}


def index() -> tuple[Specimen, ...]:
    """The specimens in the order of the index."""
    loaded = tomllib.loads((GENERATED / "index.toml").read_text(encoding="utf-8"))
    return tuple(msgspec.convert(loaded["specimen"], list[Specimen]))


def regenerate() -> None:
    """Write the files of every specimen."""
    for specimen in index():
        for name, data in specimen.files().items():
            (GENERATED / name).write_bytes(data)
