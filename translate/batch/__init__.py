"""Batches: which articles, what is done already, and the run itself."""

from translate.batch.inputs import Job, collect
from translate.batch.manifest import Manifest
from translate.batch.recorded import RecordedEngine
from translate.batch.runner import MANIFEST, Done, run_batch

__all__ = [
    "MANIFEST",
    "Done",
    "Job",
    "Manifest",
    "RecordedEngine",
    "collect",
    "run_batch",
]
