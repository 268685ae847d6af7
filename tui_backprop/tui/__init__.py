"""Floor 3: the screen. Panes see a Snapshot and nothing else."""
