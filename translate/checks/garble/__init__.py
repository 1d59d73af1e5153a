"""Finds German that no rule names: how likely each word is garbled."""
