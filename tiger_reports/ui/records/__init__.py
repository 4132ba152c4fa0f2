"""Records that people keep of a client: forms, fields that save themselves, and two people at once."""
