"""What the checks stand on: cases put on trial, what is seen of their pages, damage, other places."""
