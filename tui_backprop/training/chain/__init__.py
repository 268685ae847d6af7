"""The chain rule at one point, as it is studied."""
