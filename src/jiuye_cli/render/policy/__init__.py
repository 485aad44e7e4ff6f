"""Verdicts, claims and rules on screen."""
