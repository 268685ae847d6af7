"""The chain rule screen (sections 1 and 2)."""
