"""The network that is trained: a MiniLM encoder that also sees the shape of each piece, and the heads that read its states."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from graphbuild.language.pieces import SHAPES
from training.inventory import Sizes

ENCODER_LAYERS = 6
WIDTH, HEADS, HIDDEN, POSITIONS, VOCABULARY = 384, 12, 1536, 512, 30522
ARC, LABEL, NAME = 256, 96, 192
SLOPE = 0.1


class Layer(nn.Module):
    """A transformer layer, normalized behind its sums (BERT)."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, WIDTH)
        self.attention_norm, self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """states: (batch, pieces, width); mask: (batch, 1, 1, pieces), very low where there is nothing to attend to."""
        batch, length, _ = states.shape
        query, key, value = self.query_key_value(states).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: PyTorch's fused attention is slower backward on a CPU.
        scores = query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        if mask is not None:
            scores = scores + mask
        seen = self.attended((scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, WIDTH))
        states = self.attention_norm(states + self.dropout(seen))
        return self.output_norm(states + self.dropout(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Pieces and their shapes to states; the states are a learned mixture of those of all layers."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces, self.shapes = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(SHAPES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(ENCODER_LAYERS))
        self.mixture = nn.Parameter(torch.tensor([0.0] * ENCODER_LAYERS + [2.0]))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """ids, shapes: (batch, pieces) → (batch, pieces, width)."""
        positions = self.positions(torch.arange(ids.shape[1], device=ids.device))
        states = self.dropout(self.norm(self.pieces(ids) + self.shapes(shapes) + positions))
        weights = self.mixture.softmax(0)
        mixed = weights[0] * states
        for index, layer in enumerate(self.layers, 1):
            states = layer(states, mask)
            mixed = mixed + weights[index] * states
        return mixed

    @classmethod
    def pretrained(cls, folder: Path) -> "Encoder":
        """Return an encoder with the weights of ``all-MiniLM-L6-v2``; the shapes begin as its one token type."""
        weights = load_file(folder / "model.safetensors")
        encoder = cls()
        state = encoder.state_dict()
        state["pieces.weight"] = weights["embeddings.word_embeddings.weight"]
        state["positions.weight"] = weights["embeddings.position_embeddings.weight"]
        state["shapes.weight"] = weights["embeddings.token_type_embeddings.weight"][0].repeat(SHAPES, 1)
        for kind in ("weight", "bias"):
            state[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
            for number in range(ENCODER_LAYERS):
                theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
                parts = [weights[f"{theirs}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                state[f"{ours}.query_key_value.{kind}"] = torch.cat(parts)
                for name, other in _NAMES.items():
                    state[f"{ours}.{name}.{kind}"] = weights[f"{theirs}.{other}.{kind}"]
        encoder.load_state_dict(state)
        return encoder


_NAMES = {
    "attended": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "output_norm": "output.LayerNorm",
}


def _projection(size: int, dropout: float = 0.33) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, size), nn.LeakyReLU(SLOPE), nn.Dropout(dropout))


class Network(nn.Module):
    """The encoder with heads for tags, features, edit scripts, sentence starts, arcs, labels and names."""

    def __init__(self, sizes: Sizes, encoder: Encoder | None = None) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        self.dropout = nn.Dropout(0.2)
        self.upos, self.xpos = nn.Linear(WIDTH, sizes.upos), nn.Linear(WIDTH, sizes.xpos)
        self.feats, self.scripts = nn.Linear(WIDTH, sizes.feats), nn.Linear(WIDTH, sizes.scripts)
        self.starts = nn.Linear(WIDTH, 1)
        self.names_hidden, self.names = _projection(NAME), nn.Linear(NAME, sizes.names)
        self.arc_head, self.arc_child = _projection(ARC), _projection(ARC)
        self.label_head, self.label_child = _projection(LABEL), _projection(LABEL)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.label = nn.Parameter(torch.randn(sizes.labels, LABEL + 1, LABEL + 1) * 0.02)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, word_of: Tensor, longest: int) -> Tensor:
        """Return states of words, the mean of their pieces': (batch, words, width).

        ``word_of`` is (batch, pieces): the number of each piece's word, ``longest`` for padding.
        """
        hidden = torch.zeros(mask.shape).masked_fill(~mask, -1e4).to(torch.bfloat16)
        states = self.encoder(ids, shapes, hidden[:, None, None, :]).float()
        batch = ids.shape[0]
        sums = states.new_zeros(batch, longest + 1, WIDTH).scatter_add(1, word_of[..., None].expand(-1, -1, WIDTH), states)
        counts = states.new_zeros(batch, longest + 1).scatter_add(1, word_of, torch.ones_like(word_of, dtype=states.dtype))
        return (sums / counts.clamp(min=1)[..., None])[:, :longest]

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return arc scores (batch, words, 1 + words), the root first, and the states of the possible heads."""
        heads = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        scores = (_with_one(self.arc_child(words)) @ self.arc) @ self.arc_head(heads).transpose(1, 2)
        return scores, heads

    def label_scores(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return scores (n, labels) of n words with their chosen heads; words, heads: (n, width)."""
        children, parents = _with_one(self.label_child(words)), _with_one(self.label_head(heads))
        labels, size, _ = self.label.shape
        turned = (children @ self.label.permute(1, 0, 2).reshape(size, -1)).view(-1, labels, size)
        return (turned @ parents[..., None])[..., 0]


def _with_one(states: Tensor) -> Tensor:
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)
