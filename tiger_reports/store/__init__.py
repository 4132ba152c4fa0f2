"""The only room that reads and writes disks and databases: facts, state, files."""
