"""Writing a comment: saving while one types, settling two people's words, and how much a slide holds."""
