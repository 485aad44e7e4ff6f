"""The only SQL: rows to values and back, history, backups."""
