"""Panes of the app, one a file."""
