"""The Year page, and what it shares with the Quarter page: figures and decks of longer periods."""
