"""People before the rules, and their claims."""
