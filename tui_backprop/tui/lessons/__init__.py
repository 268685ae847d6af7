"""The panel of the lessons, and what leads through them."""
