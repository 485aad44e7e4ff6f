"""Commands about one person's file, and about finding, listing and importing people."""
