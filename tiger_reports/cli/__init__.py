"""`tiger`: the same use cases as the pages, from the command line."""

from tiger_reports.cli.app import main

__all__ = ["main"]
