"""Many starts: the same network from many random parameters, and what becomes of each."""
