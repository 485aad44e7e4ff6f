"""What is done to files: opened, changed, merged, closed, listed."""
