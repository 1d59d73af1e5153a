"""Reinschrift: machine-translated German into fluent English, checked on both sides."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from translate.version import __version__

if TYPE_CHECKING:
    from translate.api import (
        Finding,
        Selection,
        Translator,
        check_pair,
        check_source,
        read_glossary,
        repair_text,
        translate_document,
        translate_text,
    )

__all__ = [
    "Finding",
    "Selection",
    "Translator",
    "__version__",
    "check_pair",
    "check_source",
    "read_glossary",
    "repair_text",
    "translate_document",
    "translate_text",
]


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that ``import translate`` is quick."""
    if name in __all__:
        return getattr(import_module("translate.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
