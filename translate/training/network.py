"""The MarianMT network as it is trained: low-precision layers, full-precision embedding."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import MarianConfig, MarianMTModel

from translate.training.alignment import AttentionProbe, alignment_loss
from translate.training.batches import Batch
from translate.training.loss import projected_cross_entropy
from translate.training.recipe import Recipe

MAX_POSITIONS = 512


def marian_config(recipe: Recipe, size: int) -> MarianConfig:
    """Describe the model in Opus-MT's shape: pad is the last id and starts the decoder."""
    return MarianConfig(
        vocab_size=size,
        decoder_vocab_size=size,
        d_model=recipe.d_model,
        encoder_layers=recipe.encoder_layers,
        decoder_layers=recipe.decoder_layers,
        encoder_attention_heads=recipe.heads,
        decoder_attention_heads=recipe.heads,
        encoder_ffn_dim=recipe.ffn,
        decoder_ffn_dim=recipe.ffn,
        dropout=recipe.dropout,
        attention_dropout=0.0,
        activation_dropout=0.0,
        activation_function="swish",
        scale_embedding=True,
        share_encoder_decoder_embeddings=True,
        static_position_embeddings=True,
        normalize_before=False,
        normalize_embedding=False,
        add_final_layer_norm=False,
        add_bias_logits=False,
        max_position_embeddings=MAX_POSITIONS,
        num_hidden_layers=recipe.encoder_layers,
        pad_token_id=size - 1,
        decoder_start_token_id=size - 1,
        eos_token_id=0,
        bos_token_id=0,
        forced_eos_token_id=0,
    )


@dataclass(frozen=True, slots=True)
class Losses:
    """What one batch costs: translation in nats a token (smoothed), alignment likewise."""

    translation: Tensor
    alignment: Tensor | None


class Network(nn.Module):
    """A MarianMT whose layers compute in `dtype`; embedding and output bias stay in float32.

    `says` lists the ids the model may say; the softmax runs over them alone.
    """

    says: Tensor
    class_of: Tensor

    def __init__(self, recipe: Recipe, size: int, says: Tensor, dtype: torch.dtype) -> None:
        super().__init__()
        self.pad = size - 1
        self.smoothing = recipe.label_smoothing
        config = marian_config(recipe, size)
        config._attn_implementation = "eager"
        model = MarianMTModel(config)
        self.embedding = nn.Parameter(model.model.shared.weight.detach().clone())
        self.bias = nn.Parameter(torch.zeros(len(says)))
        self.encoder = model.model.encoder.to(dtype)
        self.decoder = model.model.decoder.to(dtype)
        for part in (self.encoder, self.decoder):
            part.embed_tokens = None
            part.embed_positions.requires_grad_(False)
        self.dtype = dtype
        self.scale = recipe.d_model**0.5
        classes = torch.full((size,), -1, dtype=torch.long)
        classes[says] = torch.arange(len(says))
        self.register_buffer("says", says)
        self.register_buffer("class_of", classes)

    def layers(self) -> list[tuple[str, nn.Parameter]]:
        """List the trained parameters of encoder and decoder, all of `dtype`."""
        return [
            (name, parameter)
            for name, parameter in self.named_parameters()
            if parameter.requires_grad and name not in ("embedding", "bias")
        ]

    def attention(self) -> AttentionProbe:
        """Watch the last decoder layer's cross-attention."""
        return AttentionProbe(self.decoder.layers[-1].encoder_attn)

    def forward(
        self, batch: Batch, probe: AttentionProbe | None = None, table: Tensor | None = None
    ) -> Losses:
        """Compute the losses of a batch; with a probe and a table, the alignment's too."""
        embed = nn.functional.embedding
        source_mask = (batch.source != self.pad).long()
        states = self.encoder(
            inputs_embeds=(embed(batch.source, self.embedding) * self.scale).to(self.dtype),
            attention_mask=source_mask,
        ).last_hidden_state
        hidden = self.decoder(
            inputs_embeds=embed(batch.inputs, self.embedding).to(self.dtype),
            encoder_hidden_states=states,
            encoder_attention_mask=source_mask,
            use_cache=False,
        ).last_hidden_state
        real = batch.target != self.pad
        translation = projected_cross_entropy(
            hidden[real],
            self.embedding[self.says],
            self.bias,
            self.class_of[batch.target[real]],
            self.smoothing,
        )
        alignment = None
        if probe is not None and table is not None:
            alignment = alignment_loss(probe, table, batch.source, batch.target, self.pad)
        return Losses(translation, alignment)
