"""Limits, ranking and sharing of posts."""
