"""The demo agency: a deterministic generator, and the panel files that it writes. All data are synthetic."""
