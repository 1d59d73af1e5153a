"""What a person or a program reads about a translation: pure functions from results to text."""
