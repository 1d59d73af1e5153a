"""Checks of a whole article."""
