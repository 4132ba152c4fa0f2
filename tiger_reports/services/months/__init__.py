"""A month's report: figures, cards, and the words that people write to them."""
