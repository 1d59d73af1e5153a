"""Pieces can be found in their text."""

import json
import shutil
from itertools import pairwise
from pathlib import Path

from tests.conftest import seed_sentences
from translate.engines.pieces import END, Pieces


def test_source_pieces_cover_the_text(random_model: Path) -> None:
    """Every piece has its place, in order; the end of sentence is empty."""
    pieces = Pieces(random_model)
    for text in seed_sentences()[:20]:
        encoded, spans = pieces.encode(text), pieces.source_spans(text)
        assert encoded[-1] == END
        assert len(encoded) == len(spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        for piece, span in zip(encoded[:-1], spans, strict=False):
            assert piece.strip("▁") in (span.of(text).strip(), "") or len(piece) > 1


def test_target_pieces_tile_the_translation(random_model: Path) -> None:
    """Their places, joined, are the decoded text."""
    pieces = Pieces(random_model)
    for text in seed_sentences()[:20]:
        encoded = pieces.encode_target(text)
        decoded = pieces.decode(encoded)
        assert "".join(span.of(decoded) for span in pieces.target_spans(encoded)) == decoded


def test_quotes_that_a_vocabulary_lacks_become_plain(random_model: Path, tmp_path: Path) -> None:
    """Opus-MT never saw „…“; a vocabulary that knows them keeps them."""
    folder = Path(shutil.copytree(random_model, tmp_path / "model"))
    vocabulary = json.loads((folder / "vocab.json").read_text("utf-8"))
    known = Pieces(folder).encode("Er sagte „Ja“ – und ging.")
    assert "„" in "".join(known)
    poor = {p: i for p, i in vocabulary.items() if not set(p) & set("„“–")}
    (folder / "vocab.json").write_text(json.dumps(poor), "utf-8")
    folded = "".join(Pieces(folder).encode("Er sagte „Ja“ – und ging."))
    assert '"Ja"' in folded
    assert not set(folded) & set("„“–")
    assert len(Pieces(folder).source_spans("„Ja“")) == len(Pieces(folder).encode("„Ja“"))
