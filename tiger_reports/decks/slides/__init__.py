"""The slides that decks of several kinds show: one message each."""
