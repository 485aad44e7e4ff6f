"""Slips, answers, refusals and what follows."""
