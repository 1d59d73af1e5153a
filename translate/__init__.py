"""Reinschrift: machine-translated German into fluent English, checked on both sides."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translate.api import (
        Finding,
        Translator,
        check_pair,
        check_source,
        repair_text,
        translate_document,
        translate_text,
    )

__version__ = "0.1.0"
__all__ = [
    "Finding",
    "Translator",
    "check_pair",
    "check_source",
    "repair_text",
    "translate_document",
    "translate_text",
]


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that ``import translate`` is quick."""
    if name in __all__:
        from translate import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
