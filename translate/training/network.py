"""The MarianMT network as it is trained: low-precision layers, full-precision embedding."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import embedding
from transformers import MarianConfig, MarianMTModel

from translate.training.alignment import AttentionProbe, alignment_loss
from translate.training.batches import Batch
from translate.training.loss import projected_cross_entropy
from translate.training.recipe import Recipe

MAX_POSITIONS = 512


def marian_config(recipe: Recipe, size: int) -> MarianConfig:
    """The model in Opus-MT's shape; ``<pad>`` is the last id and starts the decoder.

    On a CPU, attention is "eager": on short sentences that is faster than fused kernels.
    """
    settings: dict[str, Any] = {
        "vocab_size": size,
        "decoder_vocab_size": size,
        "d_model": recipe.d_model,
        "encoder_layers": recipe.encoder_layers,
        "decoder_layers": recipe.decoder_layers,
        "encoder_attention_heads": recipe.heads,
        "decoder_attention_heads": recipe.heads,
        "encoder_ffn_dim": recipe.ffn,
        "decoder_ffn_dim": recipe.ffn,
        "num_hidden_layers": recipe.encoder_layers,
        "dropout": recipe.dropout,
        "attention_dropout": 0.0,
        "activation_dropout": 0.0,
        "activation_function": "swish",
        "scale_embedding": True,
        "share_encoder_decoder_embeddings": True,
        "static_position_embeddings": True,
        "normalize_before": False,
        "normalize_embedding": False,
        "add_final_layer_norm": False,
        "add_bias_logits": False,
        "max_position_embeddings": MAX_POSITIONS,
        "pad_token_id": size - 1,
        "decoder_start_token_id": size - 1,
        "eos_token_id": 0,
        "bos_token_id": 0,
        "forced_eos_token_id": 0,
        "attn_implementation": "sdpa" if torch.cuda.is_available() else "eager",
    }
    return MarianConfig(**settings)


@dataclass(frozen=True, slots=True)
class Losses:
    """What a batch costs, in nats a target token; alignment only while it is guided."""

    translation: Tensor
    alignment: Tensor | None


class Network(nn.Module):
    """A MarianMT whose layers compute in ``dtype``; embedding and output bias stay float32.

    says: the ids that the model may say, ascending; the softmax runs over them alone.
    """

    says: Tensor
    class_of: Tensor

    def __init__(
        self, recipe: Recipe, size: int, says: Tensor, *, dtype: torch.dtype = torch.bfloat16
    ) -> None:
        super().__init__()
        self.recipe, self.size, self.pad, self.dtype = recipe, size, size - 1, dtype
        model: Any = MarianMTModel(marian_config(recipe, size))
        self.embedding = nn.Parameter(model.model.shared.weight.detach().clone())
        self.bias = nn.Parameter(torch.zeros(len(says)))
        self.encoder = model.model.encoder.to(dtype)
        self.decoder = model.model.decoder.to(dtype)
        for part in (self.encoder, self.decoder):
            part.embed_tokens = None
            part.embed_positions.requires_grad_(requires_grad=False)
        self._scale = recipe.d_model**0.5
        classes = torch.full((size,), -1, dtype=torch.long)
        classes[says] = torch.arange(len(says))
        self.register_buffer("says", says)
        self.register_buffer("class_of", classes)
        with torch.no_grad():
            self.embedding[self.pad].zero_()

    def layers(self) -> list[tuple[str, nn.Parameter]]:
        """The trained parameters of encoder and decoder, all of ``dtype``."""
        return [
            (name, parameter)
            for name, parameter in self.named_parameters()
            if parameter.requires_grad and name not in {"embedding", "bias"}
        ]

    def watch_attention(self) -> AttentionProbe:
        """A probe on the last decoder layer's cross-attention."""
        return AttentionProbe(self.decoder.layers[-1].encoder_attn)

    def forward(
        self, batch: Batch, probe: AttentionProbe | None = None, table: Tensor | None = None
    ) -> Losses:
        """The losses of a batch; with a probe and a table of word vectors, alignment's too."""
        source_mask = (batch.source != self.pad).long()
        states = self.encoder(
            inputs_embeds=(embedding(batch.source, self.embedding) * self._scale).to(self.dtype),
            attention_mask=source_mask,
        ).last_hidden_state
        hidden = self.decoder(
            inputs_embeds=embedding(batch.inputs, self.embedding).to(self.dtype),
            encoder_hidden_states=states,
            encoder_attention_mask=source_mask,
            use_cache=False,
        ).last_hidden_state
        translation = projected_cross_entropy(
            hidden.flatten(0, 1).index_select(0, batch.places),
            self.embedding[self.says],
            self.bias,
            self.class_of[batch.target.flatten()[batch.places]],
            self.recipe.label_smoothing,
        )
        alignment = None
        if probe is not None and table is not None:
            alignment = alignment_loss(probe, table, batch.source, batch.target, self.pad)
        return Losses(translation, alignment)
