"""Finding the way in a large project: looking for words, and letting only some cards stand out."""
