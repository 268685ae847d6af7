"""The article's network (section 3.2): layers, Jacobians, kernel, tasks and the check of a cycle."""
