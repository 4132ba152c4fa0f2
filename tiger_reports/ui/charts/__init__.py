"""Vega-Lite specifications as plain dictionaries: one function a kind of exhibit."""
