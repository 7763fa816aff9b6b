"""The encoder and its heads; see docs/model-card.md and src/read/encode for what runs it."""
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, LAYERS, HEADS, FEED_FORWARD, POSITIONS = 384, 6, 12, 1536, 256
ARC, RELATION, PAIR, LINK = 192, 96, 128, 128
DISTANCES = 33  # buckets of signed distance


def bucket(distance):
    """0..32: exact up to 8 words either way, then by powers of about 1.5."""
    d = distance.clamp(-120, 120)
    size = d.abs()
    coarse = 8 + (torch.log(size.clamp(min=8).float() / 8) / 0.3466).floor().long()
    return 16 + torch.sign(d) * torch.where(size <= 8, size, coarse.clamp(max=16))


class Round(torch.autograd.Function):
    """Rounds; the gradient passes through."""

    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, g):
        return g


def as_quantised_weight(w):
    scale = w.detach().abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 63
    return Round.apply(w / scale).clamp(-63, 63) * scale


def as_quantised_rows(x):
    low = x.detach().amin(dim=-1, keepdim=True).clamp(max=0)
    high = x.detach().amax(dim=-1, keepdim=True).clamp(min=0)
    scale = ((high - low) / 255).clamp(min=1e-8)
    zero = (-low / scale).round()
    return ((Round.apply(x / scale) + zero).clamp(0, 255) - zero) * scale


class Linear(nn.Linear):
    """A linear layer that can act as its int8 form does (quantisation-aware training)."""
    quantised = False

    def forward(self, x):
        if not Linear.quantised:
            return super().forward(x)
        with torch.autocast("cpu", enabled=False):
            weight, x = as_quantised_weight(self.weight), as_quantised_rows(x.float())
        return F.linear(x, weight, self.bias)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = Linear(WIDTH, 3 * WIDTH)
        self.out = Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = Linear(WIDTH, FEED_FORWARD)
        self.down = Linear(FEED_FORWARD, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask):
        rows, size, _ = x.shape
        q, k, v = self.qkv(x).view(rows, size, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        a = a.transpose(1, 2).reshape(rows, size, WIDTH)
        x = self.norm1(x + F.dropout(self.out(a), 0.1, self.training))
        f = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(f, 0.1, self.training))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522):
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.letters = nn.Embedding(8, WIDTH)
        self.gap = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for added in (self.letters, self.gap):
            nn.init.normal_(added.weight, std=0.01)

    def forward(self, ids, positions, letters, gaps, mask):
        x = self.word(ids) + self.position(positions) + self.letters(letters) + self.gap(gaps)
        x = F.dropout(self.norm(x), 0.1, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_pretrained(self, path):
        from safetensors.torch import load_file
        t = load_file(path)
        t = {k.removeprefix("bert."): v for k, v in t.items()}
        copy = lambda module, name: (module.weight.data.copy_(t[name + ".weight"]),
                                     module.bias.data.copy_(t[name + ".bias"]))
        self.word.weight.data.copy_(t["embeddings.word_embeddings.weight"])
        self.position.weight.data.copy_(t["embeddings.position_embeddings.weight"][:POSITIONS] +
                                        t["embeddings.token_type_embeddings.weight"][0])
        copy(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).data.copy_(torch.cat(
                    [t[f"{at}attention.self.{x}.{part}"] for x in ("query", "key", "value")]))
            copy(layer.out, at + "attention.output.dense")
            copy(layer.norm1, at + "attention.output.LayerNorm")
            copy(layer.up, at + "intermediate.dense")
            copy(layer.down, at + "output.dense")
            copy(layer.norm2, at + "output.LayerNorm")


class Reader(nn.Module):
    """Heads over the hidden state of each word's first piece."""

    def __init__(self, sizes):
        """`sizes`: labels of upos, xpos, lemma, relation, name, mention."""
        super().__init__()
        self.encoder = Encoder()
        self.tags = nn.ModuleDict({name: Linear(WIDTH, sizes[name]) for name in
                                   ("upos", "xpos", "lemma", "name", "mention")})
        self.tags["start"] = Linear(WIDTH, 2)
        self.tags["cue"] = Linear(WIDTH, 3)
        self.tags["role"] = Linear(WIDTH, 5)   # of any cue; taught only, not used in reading
        self.arc_dependent, self.arc_head = Linear(WIDTH, ARC), Linear(WIDTH, ARC)
        self.relation_dependent = Linear(WIDTH, RELATION)
        self.relation_head = Linear(WIDTH, RELATION)
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))        # [dependent + 1, head]
        self.relation = nn.Parameter(torch.zeros(sizes["relation"], RELATION + 1, RELATION + 1))
        self.pair_cue, self.pair_word = Linear(WIDTH, PAIR), Linear(WIDTH, PAIR)
        self.pair_distance = nn.Embedding(DISTANCES, PAIR)
        self.pair_role = nn.Linear(PAIR, 5)
        # Which cue a word belongs to is a match, which a sum tells badly.
        self.match_cue, self.match_word = Linear(WIDTH, PAIR), Linear(WIDTH, PAIR)
        self.match_role = nn.Linear(PAIR, 5, bias=False)
        nn.init.zeros_(self.match_role.weight)
        self.link_later, self.link_earlier = Linear(WIDTH, LINK), Linear(WIDTH, LINK)
        self.link_distance = nn.Embedding(DISTANCES, 1)
        nn.init.zeros_(self.link_distance.weight)

    def words(self, batch):
        hidden = self.encoder(batch["ids"], batch["positions"], batch["letters"], batch["gaps"],
                              batch["mask"])
        return hidden.reshape(-1, WIDTH)[batch["first_piece"]].float()

    def arcs(self, x, sentences):
        """sentences [S, L] of word indices (-1 padding) -> scores [S, L, 1 + L], head and
        dependent vectors for `relations`. Column 0 is the root."""
        drop = lambda y: F.dropout(F.relu(y), 0.33, self.training)
        known = sentences.clamp(min=0)
        words = x[known]
        with_root = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        dependent = drop(self.arc_dependent(words))
        head = drop(self.arc_head(with_root))
        one = torch.ones_like(dependent[..., :1])
        scores = torch.cat([dependent, one], -1) @ self.arc @ head.transpose(1, 2)
        allowed = F.pad(sentences >= 0, (1, 0), value=True)
        scores = scores.masked_fill(~allowed[:, None, :], -1e4)
        return scores, drop(self.relation_dependent(words)), drop(self.relation_head(with_root))

    def relations(self, dependent, head):
        """[W, RELATION] twice -> [W, labels]"""
        one = torch.ones_like(dependent[:, :1])
        d, h = torch.cat([dependent, one], 1), torch.cat([head, one], 1)
        mixed = torch.einsum("wi,rij->wrj", d, self.relation)
        return torch.einsum("wrj,wj->wr", mixed, h)

    def roles(self, x, cue, word, distance):
        """Pairs of (first word of a cue, word) -> [P, 5]"""
        drop = lambda y: F.dropout(y, 0.1, self.training)
        h = self.pair_cue(x)[cue] + self.pair_word(x)[word] + self.pair_distance(bucket(distance))
        match = self.match_cue(x)[cue] * self.match_word(x)[word]
        return self.pair_role(drop(F.relu(h))) + self.match_role(drop(match))

    def links(self, x, later, earlier, distance):
        """Pairs of mention heads -> how much the later one refers back to the earlier."""
        a, b = self.link_later(x), self.link_earlier(x)
        score = (a[later] * b[earlier]).sum(-1) / LINK ** 0.5
        return score + self.link_distance(bucket(distance)).squeeze(-1)
