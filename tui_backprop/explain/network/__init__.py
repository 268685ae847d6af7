"""Where the numbers of a cycle of the network come from."""
