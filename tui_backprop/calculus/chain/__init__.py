"""Sections 1 and 2: vector functions, their Jacobians, and the derivative as a limit."""
