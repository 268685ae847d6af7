"""Floor 1: the mathematics of the article. No threads, no files, no clock."""
