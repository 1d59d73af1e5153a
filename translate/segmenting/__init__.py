"""German sentences of a block, with offsets: ``split``, ``fit``, ``is_translatable``."""

from translate.segmenting.fitting import fit
from translate.segmenting.sentences import split
from translate.segmenting.translatable import is_translatable

__all__ = ["fit", "is_translatable", "split"]
