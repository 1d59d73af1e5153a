"""Checks of one sentence and its translation."""
