"""Section 3.1: surfaces, and gradient descent on them."""
