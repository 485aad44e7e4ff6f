"""The printed documents: one file each, with the shape of its data and the function that makes its page."""
