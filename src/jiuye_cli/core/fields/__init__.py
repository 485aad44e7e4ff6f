"""The catalogue of everything that can be known."""
