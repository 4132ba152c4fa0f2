"""What people decide and write: one module a noun, free functions over a session, frozen values out."""
