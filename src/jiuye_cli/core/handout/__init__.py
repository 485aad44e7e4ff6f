"""One person's paper as values."""
