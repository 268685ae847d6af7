"""A run as a file, and the folder in which unfinished runs are kept."""
