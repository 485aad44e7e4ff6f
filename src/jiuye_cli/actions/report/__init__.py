"""What is counted and handed out."""
