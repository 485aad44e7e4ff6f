"""Three-valued conditions, dates, money and places."""
