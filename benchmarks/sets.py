"""Sentences of sacreBLEU's test sets, German to English, and of files with one a line."""

from pathlib import Path

LANGUAGES = "de-en"


def sources(name: str) -> list[str]:
    """The German sentences of the file ``name``, or of the test set of that name."""
    path = Path(name)
    if not path.is_file():
        import sacrebleu

        path = Path(sacrebleu.get_source_file(name, LANGUAGES))
    return lines(path)


def references(name: str) -> list[str]:
    """The first human translation of the test set ``name``."""
    import sacrebleu

    return lines(Path(sacrebleu.get_reference_files(name, LANGUAGES)[0]))


def lines(path: Path) -> list[str]:
    """The lines of a file of segments."""
    return path.read_text("utf-8").removesuffix("\n").split("\n")
