"""Where the numbers of the chain rule come from."""
