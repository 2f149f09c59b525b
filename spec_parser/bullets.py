"""Bullets: the characters that mark an item of a list and mean nothing else."""

from typing import Final

BULLET: Final = "•"
"""What is written for a bullet that a form draws or declares without a character."""

GLYPHS: Final = (
    "•●○◦▪▫■□◾◽◼◻‣⁃∙·⋅・⦁⚫⬤➢➤►▶▸▻❖◆◇◘★✦✓✔☑☐➔➜\uf0b7\uf0a7\uf0d8\uf0a8\uf0fc\uf076\uf071\uf0de\uf02d\ue008"
)
"""They need no blank after them. The private ones are those of Symbol, Wingdings and OpenSymbol, as a word processor
leaves them. None has a meaning in the character class of a pattern."""
