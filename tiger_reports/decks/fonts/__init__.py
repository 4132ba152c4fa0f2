"""Open fonts with the widths of Calibri and Arial; licence in OFL.txt. Used for measuring only."""
