"""Options that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer

from translate.checks import Selection, all_checks
from translate.errors import UsageError

MODEL_HELP = (
    "embedded, the folder of a MarianMT model, or a name on the Hugging Face Hub such as "
    "Helsinki-NLP/opus-mt-de-en."
)


class EngineName(StrEnum):
    """The engines that a user may choose."""

    CTRANSLATE2 = "ctranslate2"
    TRANSFORMERS = "transformers"


Model = Annotated[str, typer.Option(metavar="MODEL", help=MODEL_HELP)]
EngineOption = Annotated[
    EngineName,
    typer.Option(metavar="ENGINE", help="ctranslate2 (fast, int8) or transformers (reference)."),
]
Beam = Annotated[int, typer.Option(metavar="N", min=1, help="Beam size; 1 is greedy search.")]
Threads = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Cores to use; all if not given.")
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODE", help="Run only checks whose code begins so: S, P1, D210; repeatable."
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help="Leave out checks whose code begins so; repeatable."),
]


def selection(select: list[str] | None, ignore: list[str] | None) -> Selection:
    """The selection that two option lists describe. Raises UsageError if one fits no check."""
    for prefix in (*(select or ()), *(ignore or ())):
        if not any(check.code.startswith(prefix) for check in all_checks()):
            raise UsageError(
                f"no check has a code that begins with {prefix!r}; "
                "`reinschrift checks` lists the codes"
            )
    return Selection(tuple(select or ()), tuple(ignore or ()))
