"""Errors of known kind and place, planted into good pairs: ``KINDS`` lists them."""

from benchmarks.planting.base import Example, Kind, Planted
from benchmarks.planting.kinds import KINDS

__all__ = ["KINDS", "Example", "Kind", "Planted"]
