"""The descent screen (section 3.1)."""
