"""What was handed out: sheets with their row codes, whose turn it was, what the night did."""
