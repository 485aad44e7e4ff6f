"""What is done about posts: entered, matched, offered, answered."""
