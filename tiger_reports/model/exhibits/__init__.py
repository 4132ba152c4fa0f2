"""What stands on a slide, as plain values that two renderers read: native PowerPoint shapes, and the page.

All words and numbers meant for reading are ready strings in the deck's language; charts also carry plain
numbers so that they can be drawn natively and edited.
"""
