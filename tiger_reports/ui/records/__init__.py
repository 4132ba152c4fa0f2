"""Records that people keep of a client: forms, fields that save themselves, and what two people wrote at once."""
