"""Invents class specifications together with their truth: what a perfect reader would find in them.

Nothing here reads a page. What is said is put together from `vocabulary.toml`, and its record is noted down while it is
put together, so that the truth owes nothing to the parser. The same seed gives the same class, on any machine.
"""

from spec_parser.generator.classes import Truth, generate, revisions, series
from spec_parser.generator.damage import DAMAGES, Damage

__all__ = ["DAMAGES", "Damage", "Truth", "generate", "revisions", "series"]
