"""Renders content as a Word file."""

from spec_parser.render.word.package import render_docx

__all__ = ["render_docx"]
