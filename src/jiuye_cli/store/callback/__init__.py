"""Calls and sheets in the database."""
