"""Commands that print, count and hand out."""
