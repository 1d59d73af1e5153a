"""What is exported is an ordinary MarianMT folder, the same in every engine."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file
from transformers import MarianMTModel, MarianTokenizer

from tests.training.conftest import toy_rows
from translate.engines.checkpoint import locate
from translate.engines.ctranslate import CTranslateEngine
from translate.engines.marian import MarianEngine
from translate.errors import ModelError
from translate.training.export import NEVER, write_model
from translate.training.start import joint_vocabulary

LAYOUT = ("bos_token_id", "eos_token_id", "decoder_start_token_id", "pad_token_id")


def test_both_engines_say_the_same(tiny_model: Path, tmp_path: Path) -> None:
    """Greedy float32 output of CTranslate2 equals that of transformers."""
    checkpoint = locate(str(tiny_model))
    fast = CTranslateEngine(checkpoint, cache=tmp_path, beam=1, quantisation="float32", threads=1)
    sources = [source for source, _ in toy_rows()[::16]]
    ours, theirs = fast.translate(sources), MarianEngine(checkpoint, beam=1).translate(sources)
    assert [item.text for item in ours] == [item.text for item in theirs]
    assert any(item.text for item in ours)


def test_weights_in_parts_are_the_same_model(tiny_model: Path, tmp_path: Path) -> None:
    """They translate as one file does; a part that is missing is named."""
    parts = tmp_path / "parts"
    network: Any = MarianMTModel.from_pretrained(tiny_model, dtype=torch.float32)
    write_model(parts, network, joint_vocabulary(tiny_model), {}, part_bytes=30_000)
    files = sorted(parts.glob("*.safetensors"))
    assert len(files) > 2
    assert all(path.stat().st_size < 40_000 for path in files)
    source = [source for source, _ in toy_rows()[::32]]
    whole, split = (
        CTranslateEngine(locate(str(folder)), cache=tmp_path / "cache", beam=1, threads=1)
        for folder in (tiny_model, parts)
    )
    assert [t.text for t in whole.translate(source)] == [t.text for t in split.translate(source)]
    files[1].unlink()
    with pytest.raises(ModelError, match=f"missing: {files[1].name}"):
        locate(str(parts))


def test_it_has_learnt_to_look_at_the_source(tiny_model: Path, tmp_path: Path) -> None:
    """In int8, a sentence's own translation is likelier than that of another sentence."""
    engine = CTranslateEngine(locate(str(tiny_model)), cache=tmp_path, beam=1, threads=1)
    rows = toy_rows()[::7]
    others = [target for _, target in rows[1:] + rows[:1]]
    right = engine.score(rows)
    wrong = engine.score([(source, other) for (source, _), other in zip(rows, others, strict=True)])
    likelier = [own.mean > other.mean for own, other in zip(right, wrong, strict=True)]
    assert sum(likelier) > 0.9 * len(rows)


def test_the_layout_is_that_of_opus_mt(tiny_model: Path) -> None:
    """Pad is the last id and starts the decoder, its row is zero; every byte has an id."""
    config = json.loads((tiny_model / "config.json").read_text("utf-8"))
    vocabulary = json.loads((tiny_model / "vocab.json").read_text("utf-8"))
    last = len(vocabulary) - 1
    assert [config[key] for key in LAYOUT] == [0, 0, last, last]
    assert (vocabulary["</s>"], vocabulary["<unk>"], vocabulary["<pad>"]) == (0, 1, last)
    assert all(f"<0x{byte:02X}>" in vocabulary for byte in range(256))
    assert list(vocabulary) == joint_vocabulary(tiny_model).pieces
    weights = load_file(tiny_model / "model.safetensors")
    assert {array.dtype for array in weights.values()} == {np.dtype("float16")}
    assert not weights["model.shared.weight"][last].any()
    bias = weights["final_logits_bias"][0]
    assert bias[last] == NEVER
    assert bias[vocabulary["<0x41>"]] > NEVER
    assert bias[vocabulary["T"]] > NEVER
    assert bias[vocabulary["H"]] == NEVER  # only German words of the corpus hold it


@pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses")
def test_transformers_loads_and_generates(tiny_model: Path) -> None:
    """The usual two lines of transformers work, with the settings that were written."""
    tokenizer: Any = MarianTokenizer.from_pretrained(tiny_model)
    model: Any = MarianMTModel.from_pretrained(tiny_model, dtype=torch.float32)
    batch = tokenizer(["Der Hund sieht den alten Baum 7 Mal."], return_tensors="pt")
    assert batch.input_ids[0, -1] == 0
    output = model.generate(**batch)
    assert model.generation_config.num_beams == 4
    assert tokenizer.decode(output[0], skip_special_tokens=True).strip().startswith("The ")


def test_the_card_says_what_went_in(tiny_model: Path) -> None:
    """Sources with pairs and licences, the size of the run, and what follows from them."""
    card = json.loads((tiny_model / "card.json").read_text("utf-8"))
    assert {(row["domain"], row["pairs"]) for row in card["data"]} == {
        ("news", 192),
        ("general", 192),
    }
    assert {row["licence"] for row in card["data"]} == {"CC BY-SA 4.0"}
    assert "CC BY-SA" in card["licence"]
    assert card["training"]["steps"] == 120
    assert card["training"]["tokens"] > 10_000
    page = (tiny_model / "README.md").read_text("utf-8")
    assert "| toy | news | 192 | CC BY-SA 4.0 | made up |" in page
    assert "120 updates" in page
