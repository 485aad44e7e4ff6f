"""Commands of the calling day: the list, what was said on the phone, the night's work."""
