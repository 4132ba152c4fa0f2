"""What the figures are: definitions, sums over the stored facts, and values made from the sums."""
