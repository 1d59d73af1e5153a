"""Options that several commands share, and the settings file behind them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from translate.cli.console import FailOn
from translate.configuration import Configuration, find_configuration, read_configuration

MODEL_HELP = (
    "embedded (the default), the folder of a MarianMT model, or a name on the Hugging Face Hub "
    "such as Helsinki-NLP/opus-mt-de-en."
)
BEAM_HELP = "Beam size; 1 is greedy search."


class EngineName(StrEnum):
    """The engines that a user may choose."""

    CTRANSLATE2 = "ctranslate2"
    TRANSFORMERS = "transformers"


Model = Annotated[str | None, typer.Option(metavar="MODEL", help=MODEL_HELP)]
EngineOption = Annotated[
    EngineName | None,
    typer.Option(
        metavar="ENGINE",
        help="ctranslate2 (the default: fast, int8) or transformers (the reference).",
    ),
]
Beam = Annotated[int, typer.Option(metavar="N", min=1, help=BEAM_HELP)]
Estimate = Annotated[
    bool,
    typer.Option(
        "--estimate",
        help="Say how good each sentence's translation is, 0 to 100, without a reference.",
    ),
]
Threads = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Cores to use; all if not given.")
]
Align = Annotated[
    bool, typer.Option("--align", help="Align sentences by length if numbers of lines differ.")
]
Bootstrap = Annotated[
    int, typer.Option(metavar="N", min=0, help="Resamples for intervals and test; 0 for none.")
]
Trials = Annotated[
    int, typer.Option(metavar="N", min=0, help="Trials of the randomisation test; 0 for none.")
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

GlossaryFile = Annotated[
    Path | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        help="Terms that the translation has to use: CSV (German,English) or TBX.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings; if not given, a reinschrift.toml, or a pyproject.toml that has a table "
        "tool.reinschrift, here or in a folder above.",
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        metavar="SEVERITY", help="Exit with 1 from here on: minor, major, critical or never."
    ),
]


def configuration(path: Path | None) -> Configuration:
    """The settings in ``path``, else those of the working directory or a folder above it."""
    found = path or find_configuration(Path.cwd())
    return read_configuration(found) if found else Configuration()


def fail_on(given: FailOn | None, settings: Configuration, usual: FailOn) -> FailOn:
    """From which severity on a command fails: as given, as the settings say, or as usual."""
    return given or (FailOn(settings.fail_on) if settings.fail_on else usual)
