"""Figures that open into the people behind them."""
