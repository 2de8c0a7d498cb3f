"""All sounds with their captions, laid out as WAV files and a table."""

import hashlib
import json
import pathlib
import tempfile

import numpy as np
import soundfile

from sounds_data import audio, instruments, sources

HERE = pathlib.Path(__file__).parent
FONTS = ("sounds/sf2/TimGM6mb.sf2", "sounds/sf3/MuseScore_General_Lite.sf3")
RENDERED = ((0, 0), (0, 1), (1, 2), (1, 3))  # which of FONTS plays which of the PHRASES
FEW = 6  # sounds of a class below which each gets three variants, else one
MIXES = 300


def draw(*key):
    """A generator for one item, whatever else there is."""
    return np.random.default_rng(int.from_bytes(hashlib.sha256(repr(key).encode()).digest()[:8], "little"))


class Corpus:
    def __init__(self, folder):
        self.folder, self.items = folder, []
        (folder / "wav").mkdir(parents=True, exist_ok=True)

    def add(self, sound, **about):
        name = f"wav/{len(self.items):05d}.wav"
        audio.write(self.folder / name, *sound)
        self.items.append({"file": name, **about})

    def save(self):
        (self.folder / "items.json").write_text(json.dumps(self.items, indent=0), encoding="utf-8")


def add_named(corpus, share):
    """-> [(item, sound)] of what was found, each file once."""
    found, seen = [], set()
    for named in sources.find(share, HERE / "names.txt"):
        raw = named.content if isinstance(named.content, bytes) else named.content.read_bytes()
        digest = hashlib.sha256(raw).digest()
        sound = audio.read(named.content) if digest not in seen else None
        if sound is not None:
            seen.add(digest)
            corpus.add(sound, group=named.group, captions=named.captions, source=named.source, kind="named", original=len(corpus.items))
            found.append((corpus.items[-1], sound))
    return found


def add_instruments(corpus, share):
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for font, phrase in RENDERED:
            path, said = instruments.render(share / FONTS[font], instruments.PHRASES[phrase], pathlib.Path(folder))
            samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
            samples = samples.mean(1)
            for index, (group, captions) in enumerate(said):
                start = index * instruments.SECONDS * rate
                sound = audio.trimmed(samples[start:start + instruments.SECONDS * rate], rate)
                if sound is not None:
                    corpus.add(sound, group=group, captions=captions, source=FONTS[font], kind="rendered", original=len(corpus.items))
                    found.append((corpus.items[-1], sound))
    return found


def add_variants(corpus, found):
    sizes = {}
    for item, _ in found:
        sizes[item["group"]] = sizes.get(item["group"], 0) + 1
    for number in range(3):
        for item, sound in found:
            if number == 0 and item["kind"] == "named" or number and sizes[item["group"]] < FEW:
                generator = draw("variant", item["file"], number)
                corpus.add(audio.varied(*sound, generator), **{**without_file(item), "kind": "variant"})


def without_file(item):
    return {key: value for key, value in item.items() if key != "file"}


def add_mixes(corpus, found):
    generator = draw("mixes")
    named = [pair for pair in found if pair[0]["kind"] == "named"]
    while sum(item["kind"] == "mix" for item in corpus.items) < MIXES:
        (one, first), (two, second) = (named[i] for i in generator.integers(0, len(named), 2))
        if one["group"] == two["group"]:
            continue
        said = [f"{a} and {b}" for a, b in ((one["captions"][0], two["captions"][0]), (two["captions"][-1], one["captions"][-1]))]
        corpus.add(audio.together(first, second, generator), group=one["group"], other=two["group"], captions=said, source=one["source"],
                   kind="mix", original=one["original"])


def lay_out(share, folder):
    corpus = Corpus(folder)
    found = add_named(corpus, share)
    found += add_instruments(corpus, share)
    add_variants(corpus, found)
    add_mixes(corpus, found)
    corpus.save()
    return corpus.items
