"""The library's front door: translate and check from Python.

>>> from translate import Translator
>>> translator = Translator(beam=1)
>>> translator.translate_text("Der Hund schläft.")  # doctest: +SKIP
'The dog sleeps.'
"""

from functools import cache
from pathlib import Path

from translate import checks, segmenting
from translate.checks import Selection
from translate.configuration import read_glossary
from translate.engines import EMBEDDED, load_engine, locate
from translate.files import cache_folder, read_bytes
from translate.findings import Finding
from translate.pipeline import Failure, Output, Pipeline
from translate.repair import repair_text
from translate.rewording import RewordingEngine


class Translator:
    """A model that is ready to use, for as many texts as you like.

    model: ``embedded``, a MarianMT folder, or a name on the Hugging Face Hub. engine:
    ``ctranslate2`` or ``transformers``. repair: mend garbled German first. reword: replace words
    that the model made up. selection: which checks run, how severe their findings
    are, which words are right, the glossary. cache: where converted models
    are kept, by default ``files.cache_folder()``.
    Raises ModelError if the model cannot be used, UsageError for wrong settings.
    """

    def __init__(
        self,
        model: str = EMBEDDED,
        *,
        engine: str = "ctranslate2",
        beam: int = 4,
        threads: int | None = None,
        repair: bool = True,
        reword: bool = True,
        selection: Selection = Selection(),
        cache: Path | None = None,
    ) -> None:
        loaded = load_engine(
            locate(model),
            cache=cache or cache_folder(),
            engine=engine,
            beam=beam,
            threads=threads,
        )
        loaded = RewordingEngine(loaded) if reword else loaded
        self._pipeline = Pipeline(loaded, repair=repair, selection=selection)

    def translate_text(self, text: str) -> str:
        """``text`` (plain, any number of paragraphs) in English."""
        return self._run("text.txt", text.encode()).data.decode()

    def translate_document(self, path: Path | str) -> Output:
        """The article at ``path``: its English bytes, its sentences and all findings.

        Raises InputError if it cannot be read.
        """
        return self._run(str(path), read_bytes(Path(path)))

    def _run(self, name: str, data: bytes) -> Output:
        (outcome,) = self._pipeline.run([(name, data)])
        if isinstance(outcome, Failure):
            raise outcome.error
        return outcome


@cache
def _default() -> Translator:
    return Translator()


def translate_text(text: str) -> str:
    """``text`` in English, by the embedded model; see Translator."""
    return _default().translate_text(text)


def translate_document(path: Path | str) -> Output:
    """The article at ``path`` in English, by the embedded model; see Translator."""
    return _default().translate_document(path)


def check_source(text: str, selection: Selection = Selection()) -> list[Finding]:
    """What is garbled in German ``text``; spans are code points of it."""
    return checks.check_source(checks.Source(text, segmenting.split(text)), selection)


def check_pair(source: str, target: str, selection: Selection = Selection()) -> list[Finding]:
    """What is doubtful in ``target`` as a translation of the German ``source``.

    ``Selection(glossary=read_glossary("terms.csv"))`` has it use the terms of a glossary.
    """
    return checks.check_pairs([checks.Pair(source, target)], selection)[0]


__all__ = [
    "Finding",
    "Selection",
    "Translator",
    "check_pair",
    "check_source",
    "read_glossary",
    "repair_text",
    "translate_document",
    "translate_text",
]
