"""The expert's words: which changes ask for them, what is still missing, and what a deck waits for."""
