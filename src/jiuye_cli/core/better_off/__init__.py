"""What taking a post changes a month."""
