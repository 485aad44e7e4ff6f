"""The way from class to work on screen."""
