"""Posts and employers as people meet them."""
