"""The Quarter page: one meeting at the end of a quarter of cooperation, from its agenda to its decisions."""
