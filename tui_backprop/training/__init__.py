"""Floor 2: a run in time. No Textual, no Rich."""
