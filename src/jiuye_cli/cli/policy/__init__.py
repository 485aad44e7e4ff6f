"""Commands about what someone can get, why, until when, and about the rules themselves."""
