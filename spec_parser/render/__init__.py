"""Renders content as pages. Reads nothing but the model: the same content gives the same page."""

from spec_parser.render.carried import carried, forget, torn
from spec_parser.render.dialects import DIALECTS, Dialect
from spec_parser.render.style import PLAIN, Style
from spec_parser.render.text import render_text

__all__ = ["DIALECTS", "PLAIN", "Dialect", "Style", "carried", "forget", "render_text", "torn"]
