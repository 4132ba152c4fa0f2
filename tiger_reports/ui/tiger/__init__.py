"""What the pages of a quarter and of a year share: the report, its figures, its deck, the tabs."""
