"""Commands that make a workspace and keep it whole."""
