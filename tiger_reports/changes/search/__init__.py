"""Where a figure moved: the smallest set of segments whose leaves moved alike, over all dimensions of a cube.

Greedy pursuit over cuboids (all sets of dimensions) with a linear-time subset scan (Neill 2012, J. R. Stat.
Soc. B 74, 337-360). Segments are disjoint, so their effects add up.
"""
