"""A run of the network in time: recipe, timeline, session, engine."""
