"""Claims and the way from class to work in the database."""
