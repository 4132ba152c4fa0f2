"""What goes out: decks, workbooks, traces, and the jobs that make many of them."""
