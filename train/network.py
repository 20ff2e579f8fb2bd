"""The network: MiniLM-L6 with one head for names and one that binds places to what a word tells."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from tripoint.resources.encoder_labels import DISTANCES, LABELS

WIDTH = 96
"""Numbers by which a word asks for its place, and another answers."""

WRITINGS = 5


class Network(nn.Module):
    """Word pieces in; out come scores of labels, and for each piece how it asks for a place and answers as one."""

    def __init__(self, folder: Path, *, dropout: float = 0.1, attention: str = "sdpa") -> None:
        super().__init__()
        config = BertConfig.from_pretrained(folder)
        # Random numbers cost a processor more than they bring with so few rounds: only the heads drop out.
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
        config._attn_implementation = attention
        self.trunk = BertModel(config, add_pooling_layer=False)
        weights = load_file(folder / "model.safetensors")
        self.trunk.load_state_dict({k: v for k, v in weights.items() if not k.startswith("pooler")}, strict=False)
        # The types of words are new: each begins as the one type that the encoder was made with.
        old = self.trunk.embeddings.token_type_embeddings.weight.data[0]
        types = nn.Embedding(WRITINGS, config.hidden_size)
        types.weight.data[:] = old
        self.trunk.embeddings.token_type_embeddings = types
        # So little text would only spoil what the words mean.
        self.trunk.embeddings.word_embeddings.weight.requires_grad = False
        size = config.hidden_size
        self.drop = nn.Dropout(dropout)
        self.names = nn.Linear(size, len(LABELS))
        self.ask = nn.Sequential(nn.Linear(size, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH))
        self.answer = nn.Sequential(nn.Linear(size, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH))
        self.fit = nn.Linear(size, 1)
        self.distance = nn.Parameter(torch.zeros(DISTANCES))

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of labels, askings and answerings; the last number of an answering is asked by all alike."""
        read = self.drop(self.trunk(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state)
        asks = self.ask(read)
        ones = torch.ones_like(asks[..., :1])
        answers = torch.cat([self.answer(read) / WIDTH**0.5, self.fit(read)], dim=-1)
        return self.names(read), torch.cat([asks, ones], dim=-1), answers
