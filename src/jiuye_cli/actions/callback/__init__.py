"""What the calling day does: lists, cards, entries, nights."""
