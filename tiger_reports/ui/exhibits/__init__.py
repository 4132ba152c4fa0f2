"""A month's figures as the values that slides are made of, for pages: in the reader's language."""
