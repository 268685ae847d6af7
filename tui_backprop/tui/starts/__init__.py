"""The screen of many starts: how often training fails, and of what."""
