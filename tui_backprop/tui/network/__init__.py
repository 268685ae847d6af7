"""The network screen (section 3)."""
