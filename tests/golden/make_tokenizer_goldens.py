#!/usr/bin/env python3
"""Writes tests/golden/tokenizers: small tokenizers and the ids that the `tokenizers` package gives for some 600 lines of many scripts.

Needs the packages of packaging/requirements-published.txt. Run: python tests/golden/make_tokenizer_goldens.py
Each file is a 32-bit big-endian length and zlib data (Qt's qUncompress reads it) of {"tokenizer": …, "lines": [...], "ids": [[...]]}.
"""
import json
import pathlib
import random
import struct
import unicodedata
import zlib

import tiny_tokenizers
from tokenizers import normalizers
from make_wordpiece_golden import PARTICULAR, SENTENCES, assigned_blocks, make_line

OUT = pathlib.Path(__file__).resolve().parent / "tokenizers"
LINES = 600
OWN = ["<|endoftext|>", "a<|startoftext|>b", "<|ENDOFTEXT|> x", "<|endoftext", "it's we're 'sun ''s '!s 'LL", "a1b22c333", "x  <mask>  y", "<s>a</s>",
       "<unk>", "▁a ▁▁b", " a  b   c ", "\u3000\u3000a", "\u2028a\u2029", "ﬁﬂ…①㍿", "ｶﾞｷﾞ ガ", "e\u0301o\u0308\u0323", "İSTANBUL ΌΣΟΣ ẞ",
       "naïve café", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\ufeffa\u200bb\u00adc", "\x00a\x01b", "\ud7a3\u1100\u1161", "क्षि", "a" * 3000, "。" * 500]


def is_ordered_alike(text):
    """Whether the reference, whose tables of combining marks are of Unicode 9, puts the marks in today's order."""
    return normalizers.NFC().normalize_str(text) == unicodedata.normalize("NFC", text)


def lines(vocabulary):
    rng = random.Random(20240311)
    blocks = assigned_blocks()
    words = sorted({word for sentence in SENTENCES for word in sentence.split()})
    pieces = sorted(vocabulary)
    latin = [piece for piece in pieces if piece.isascii() and piece.isalpha() and len(piece) < 7]
    made = OWN + PARTICULAR + SENTENCES
    while len(made) < LINES:
        made.append(make_line(rng, blocks, words, pieces, latin))
    return [line for line in made if is_ordered_alike(line)]


def write(name, tokenizer):
    texts = lines(tokenizer.get_vocab())
    ids = [tokenizer.encode(text).ids for text in texts]
    value = {"tokenizer": json.loads(tokenizer.to_str()), "lines": texts, "ids": ids}
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    out = OUT / f"{name}.json.z"
    out.parent.mkdir(exist_ok=True)
    out.write_bytes(struct.pack(">I", len(text)) + zlib.compress(text, 9))
    print(f"{name}: {len(texts)} lines, {sum(map(len, ids))} ids, {out.stat().st_size} bytes")


if __name__ == "__main__":
    write("clip", tiny_tokenizers.clip())
    write("roberta", tiny_tokenizers.roberta(SENTENCES))
    write("siglip", tiny_tokenizers.siglip(SENTENCES[:20]))
    write("xlm_roberta", tiny_tokenizers.xlm_roberta())
