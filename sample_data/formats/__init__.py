"""How each panel writes a file: headers in the language of its screens, marks, totals, encodings."""
