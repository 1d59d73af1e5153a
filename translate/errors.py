"""Everything that can go wrong and is worth a sentence to the user.

    ReinschriftError
    ├── UsageError          the command was called wrongly (exit code 2)
    ├── ConfigurationError  a settings file is wrong (exit code 2)
    ├── InputError          an article or a glossary cannot be read
    │   └── DecodeError     its bytes are no text in a known encoding
    ├── OutputError         a result cannot be written
    ├── ModelError          a model is missing, incomplete or of the wrong kind
    ├── CorpusError         training or test data cannot be used
    └── RestoreError        a translated document does not fit its original

Each message is one line that names the file and says what to do.
"""

from pathlib import Path


class ReinschriftError(Exception):
    """Base of all errors that the command line shows as one line."""


class UsageError(ReinschriftError):
    """The arguments cannot be carried out as given."""


class ConfigurationError(ReinschriftError):
    """A settings file is wrong; the message names it and the key."""


class InputError(ReinschriftError):
    """An article or a glossary cannot be read.

    path: the file, with the line where that is known. reason: what is wrong with it.
    remedy: what the user can do.
    """

    def __init__(self, path: Path | str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = Path(path)
        self.reason = reason
        self.remedy = remedy


class DecodeError(InputError):
    """Bytes that are no text in a known encoding; ``offset`` counts bytes from 0."""

    def __init__(self, path: Path | str, reason: str, remedy: str, offset: int) -> None:
        super().__init__(path, reason, remedy)
        self.offset = offset


class OutputError(ReinschriftError):
    """A result cannot be written."""


class ModelError(ReinschriftError):
    """A model is missing, incomplete or of the wrong kind."""


class CorpusError(ReinschriftError):
    """Training or test data cannot be used; the message names file and line."""


class RestoreError(ReinschriftError):
    """A translated document does not fit its original; nothing was written."""
