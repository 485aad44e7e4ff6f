"""Figures and bars on screen."""
