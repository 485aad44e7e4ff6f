"""What is due, how urgent, and the sheet of a day."""
