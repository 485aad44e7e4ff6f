"""Conditions and formulas read from the words of a rule file."""
