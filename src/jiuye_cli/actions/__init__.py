"""One function for each thing she wants done; each change is one transaction."""
