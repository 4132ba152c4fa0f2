"""A change in pictures: levers, parts, days. The same values are drawn on a page and on a slide."""
