"""From a file to stored rows: read, checked, kept waiting, decided on."""
