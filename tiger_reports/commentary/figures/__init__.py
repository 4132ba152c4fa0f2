"""The figures of a report that words may name, and the chips that stand for them."""
