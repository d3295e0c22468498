[a for a]
