"""The way from class to work as values."""
