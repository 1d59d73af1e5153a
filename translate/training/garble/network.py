"""The garble detector's network in torch; ``checks/garble/network.py`` runs it without."""

import torch
from torch import Tensor, nn

from translate.checks.garble.network import HEADS
from translate.checks.garble.words import FLAGS, PLACES
from translate.training.garble.batches import Side

TASKS = 3  # what was planted, what a post-editor changed, what a human translation lacks
_NEVER = -1e4


class Convolution(nn.Module):
    """Three neighbouring words into one, beside what was there."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.inner = nn.Linear(3 * width, width)
        self.outer = nn.Linear(width, width)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """A word for a word: x (b, n, width)."""
        y = self.norm(x) * there[:, :, None]
        edge = torch.zeros_like(y[:, :1])
        before, after = torch.cat([edge, y[:, :-1]], 1), torch.cat([y[:, 1:], edge], 1)
        changed: Tensor = x + self.outer(torch.relu(self.inner(torch.cat([before, y, after], 2))))
        return changed


class Attention(nn.Module):
    """Each word looks at all words of a side."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.outer = nn.Linear(width, width)

    def forward(
        self, x: Tensor, memory: Tensor | None, there: Tensor, bias: Tensor | None
    ) -> Tensor:
        """memory: what is seen, the sentence itself if None; bias (b, n, m): added to scores."""
        y = self.norm(x)
        seen = y if memory is None else memory
        b, n, d = y.shape

        def heads(z: Tensor) -> Tensor:
            return z.view(b, -1, HEADS, d // HEADS).transpose(1, 2)

        scores = heads(self.query(y)) @ heads(self.key(seen)).transpose(2, 3) / (d // HEADS) ** 0.5
        if bias is not None:
            scores = scores + bias[:, None]
        scores = scores.masked_fill(~there[:, None, None, :], _NEVER)
        mixed = torch.softmax(scores, -1) @ heads(self.value(seen))
        changed: Tensor = x + self.outer(mixed.transpose(1, 2).reshape(b, n, d))
        return changed


class Feed(nn.Module):
    """The feed-forward sublayer."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.inner = nn.Linear(width, 2 * width)
        self.outer = nn.Linear(2 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        """A word for a word."""
        changed: Tensor = x + self.outer(torch.relu(self.inner(self.norm(x))))
        return changed


class Block(nn.Module):
    """Neighbours, the whole sentence, the word itself."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.near = Convolution(width)
        self.far = Attention(width)
        self.feed = Feed(width)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """A word for a word."""
        changed: Tensor = self.feed(self.far(self.near(x, there), None, there, None))
        return changed


class Network(nn.Module):
    """German words, and English ones if there are any, to one logit a word and task."""

    def __init__(self, table: Tensor, width: int) -> None:
        super().__init__()
        self.table = nn.Embedding.from_pretrained(table, freeze=False, padding_idx=0)
        piece = table.shape[1]
        self.enter = nn.Linear(2 * piece + FLAGS + PLACES, width)
        self.english = nn.Parameter(torch.zeros(width))
        self.lower = Block(width)
        self.other = Convolution(width)
        self.across = Attention(width)
        self.sharp = nn.Parameter(torch.tensor(8.0))
        self.match = nn.Linear(3, width)
        self.upper = Block(width)
        self.norm = nn.LayerNorm(width)
        self.leave = nn.Linear(width, TASKS)
        self.drop = nn.Dropout(0.1)

    def forward(self, german: Side, english: Side | None) -> Tensor:
        """Log odds (b, n, TASKS)."""
        mean, x = self._enter(german)
        x = self.lower(x, german.there)
        if english is not None:
            other_mean, other = self._enter(english)
            other = self.other(other + self.english, english.there)
            cosines = _unit(mean) @ _unit(other_mean).transpose(1, 2)
            bias = self.sharp * cosines
            shut = bias.masked_fill(~english.there[:, None, :], _NEVER)
            weights = torch.softmax(shut, -1)
            best = cosines.masked_fill(~english.there[:, None, :], -1.0).amax(-1)
            sure = weights.amax(-1)
            expected = (weights * cosines).sum(-1)
            x = self.across(x, other, english.there, bias)
            x = x + self.match(torch.stack([best, sure, expected], -1))
        x = self.upper(x, german.there)
        logits: Tensor = self.leave(self.drop(self.norm(x)))
        return logits

    def _enter(self, side: Side) -> tuple[Tensor, Tensor]:
        vectors = self.table(side.rows)
        known = (side.rows > 0).sum(2, keepdim=True).clamp(min=1)
        mean = vectors.sum(2) / known
        last = self.table(side.last)
        inputs = torch.cat([mean, last, side.flags, side.places], 2)
        return mean, self.enter(self.drop(inputs))


def _unit(x: Tensor) -> Tensor:
    unit: Tensor = x / (x.norm(dim=-1, keepdim=True) + 1e-6)
    return unit
