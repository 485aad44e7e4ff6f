"""jiuye (就业): the whole desk of one village employment coordinator."""

__version__ = "0.1.0"
