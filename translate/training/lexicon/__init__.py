"""Makes the tables of words that the pair checks look into."""
