"""A run from Python, and how a notebook shows it."""
