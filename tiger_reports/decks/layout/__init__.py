"""Where things stand on a slide and how much text fits there. Inches and points; knows no PowerPoint."""
