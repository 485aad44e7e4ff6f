"""Policy files read into values, with the line of everything that is wrong."""
