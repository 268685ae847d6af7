"""Lessons along the article, as data: where to stand, what to do, how it is seen that it is done. Knows no screen."""
