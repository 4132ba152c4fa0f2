"""Draws a deck as native PowerPoint: editable charts and tables, theme colours only, named shapes."""

from tiger_reports.decks.pptx_renderer.render import render

__all__ = ["render"]
