"""What the numbers of a text claim, held against the figures of the report."""
