"""The database file itself: tables, history, operations, backups."""
