"""What she types, ticks and fills in for a call, and the card before her while she rings."""
