"""What is done on the way from class to work."""
