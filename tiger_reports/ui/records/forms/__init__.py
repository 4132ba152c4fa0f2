"""The forms of all records: one value each."""
