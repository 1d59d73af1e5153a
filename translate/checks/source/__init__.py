"""Checks of one block of the original German."""
