"""One thin file a page: the guard, one or two service calls, and blocks. No sums here."""
