"""An expert's text as read: numbers as people type them, months, and the field's words in four languages."""
