"""`python -m tiger_reports.cli`: the command line of this very interpreter."""

from tiger_reports.cli.app import main

main()
