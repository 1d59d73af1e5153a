"""What commands that estimate share: the engine, and a word where its model is another one."""

from translate.cli.console import print_note
from translate.engines import Engine, load_engine, locate
from translate.files import cache_folder
from translate.results import EngineInfo
from translate.scores.estimate import weights


def estimating_engine(model: str) -> Engine:
    """The engine that looks at anyone's translations. Raises ModelError."""
    engine = load_engine(locate(model), cache=cache_folder())
    note_other_model(engine.info, asked=True)
    return engine


def note_other_model(info: EngineInfo, *, asked: bool) -> None:
    """Say so where estimates are asked for but not calibrated for the model of ``info``."""
    if asked and not weights().fit(info):
        print_note(
            f"estimates are calibrated for the model with the hash {weights().model}, not for "
            f"{info.model}; compare them with one another only"
        )
