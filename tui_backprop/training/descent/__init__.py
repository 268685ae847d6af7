"""A descent in time: recipe, run, snapshot."""
