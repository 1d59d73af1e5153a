"""Options that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer

from translate.checks import Selection

MODEL_HELP = (
    "embedded, the folder of a MarianMT model, or a name on the Hugging Face Hub such as "
    "Helsinki-NLP/opus-mt-de-en."
)


class EngineName(StrEnum):
    """The engines that a user may choose."""

    CTRANSLATE2 = "ctranslate2"
    TRANSFORMERS = "transformers"


Model = Annotated[str, typer.Option(help=MODEL_HELP)]
EngineOption = Annotated[
    EngineName, typer.Option(help="ctranslate2 is fast (int8), transformers the reference.")
]
Beam = Annotated[int, typer.Option(min=1, help="Beam size; 1 is greedy search.")]
Threads = Annotated[int | None, typer.Option(min=1, help="Cores to use; all if not given.")]
Select = Annotated[
    list[str] | None,
    typer.Option(help="Run only checks whose code begins so (S, P1, D201); may be repeated."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(help="Leave out checks whose code begins so; may be repeated."),
]


def selection(select: list[str] | None, ignore: list[str] | None) -> Selection:
    """The selection that two option lists describe."""
    return Selection(tuple(select or ()), tuple(ignore or ()))
