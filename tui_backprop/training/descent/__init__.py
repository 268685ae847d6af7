"""A descent in time: recipe, run, session, view, snapshot."""
