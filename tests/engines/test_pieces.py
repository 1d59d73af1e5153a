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
    texts = seed_sentences()[:20]
    for text, encoded, spans in zip(
        texts, pieces.encode(texts), pieces.source_spans(texts), strict=True
    ):
        assert encoded[-1] == END
        assert len(encoded) == len(spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        for piece, span in zip(encoded[:-1], spans, strict=False):
            assert piece.strip("▁") in (span.of(text).strip(), "") or len(piece) > 1


def test_target_pieces_tile_the_translation(random_model: Path) -> None:
    """Their places, joined, are the decoded text."""
    pieces = Pieces(random_model)
    rows = pieces.encode_target(seed_sentences()[:20])
    for decoded, spans in zip(pieces.decode(rows), pieces.target_spans(rows), strict=True):
        assert "".join(span.of(decoded) for span in spans) == decoded


def test_quotes_that_a_vocabulary_lacks_become_plain(random_model: Path, tmp_path: Path) -> None:
    """Opus-MT never saw „…“; a vocabulary that knows them keeps them."""
    folder = Path(shutil.copytree(random_model, tmp_path / "model"))
    vocabulary = json.loads((folder / "vocab.json").read_text("utf-8"))
    (known,) = Pieces(folder).encode(["Er sagte „Ja“ – und ging."])
    assert "„" in "".join(known)
    poor = {p: i for p, i in vocabulary.items() if not set(p) & set("„“–")}
    (folder / "vocab.json").write_text(json.dumps(poor), "utf-8")
    folded = "".join(*Pieces(folder).encode(["Er sagte „Ja“ – und ging."]))
    assert '"Ja"' in folded
    assert not set(folded) & set("„“–")
    (spans,), (row,) = Pieces(folder).source_spans(["„Ja“"]), Pieces(folder).encode(["„Ja“"])
    assert len(spans) == len(row)
