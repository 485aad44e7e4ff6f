"""What is offered to whom: three posts, shortfalls, employers to ring."""
