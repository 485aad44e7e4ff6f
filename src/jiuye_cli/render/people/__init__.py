"""Files and lists of people on screen."""
