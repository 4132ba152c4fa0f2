"""A report in words for a slide: figures as text, titles, tables, comments, sources and notes."""
