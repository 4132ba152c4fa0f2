"""A month's report becomes slides, and slides become a PowerPoint file that opens clean."""
