"""Where the numbers of a descent come from."""
