"""One value drawn: each block takes a value and the words, and shows it."""
