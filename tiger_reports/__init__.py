"""From raw ad-panel files to a client-ready deck."""

__version__ = "0.1.0"
