"""The calling day on screen and paper."""
