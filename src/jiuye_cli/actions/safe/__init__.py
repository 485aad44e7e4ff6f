"""What makes a workspace and keeps it whole."""
