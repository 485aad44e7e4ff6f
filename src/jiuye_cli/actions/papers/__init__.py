"""What each kind of paper says, gathered from the file and the rules."""
