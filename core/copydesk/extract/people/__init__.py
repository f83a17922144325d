"""Who wrote it: names told from other words, and the places where pages name authors."""
