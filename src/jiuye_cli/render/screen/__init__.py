"""Text, tables and lines of a terminal."""
