"""The Week page: what agency and client owe each other, and the words that tell it."""
