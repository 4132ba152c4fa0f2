"""The synthetic agency that a first start shows."""
