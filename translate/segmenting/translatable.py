"""Whether a segment holds anything for a model to translate."""

import re

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|mailto:|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,253}", re.IGNORECASE
)
_ROMAN = re.compile(r"\b[IVXLCDM]+\b\.?")
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_translatable(text: str) -> bool:
    """False for what is copied through: nothing, symbols, numbers, addresses.

    A model asked to translate such text invents some (opus-mt: " " -> "I don't know.").
    """
    return _WORD.search(_ROMAN.sub(" ", _ADDRESS.sub(" ", text))) is not None
