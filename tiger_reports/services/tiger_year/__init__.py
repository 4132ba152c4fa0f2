"""Quarters and years of a cooperation: their figures and what people write down for them."""
