"""Texts that are made up of real words."""
import json
import random

COLOURS = ["red", "blue", "green", "white", "old", "small"]
PLACES = ["beside", "under", "in front of", "on top of", "far from"]


def mixed_captions(count):
    """Captions of 3 to 40 words, of the words of the golden sentences."""
    from make_wordpiece_golden import SENTENCES
    words = sorted({word for sentence in SENTENCES for word in sentence.split() if word.isascii()})
    rng = random.Random(3)
    return [" ".join(rng.choices(words, k=rng.randint(3, 40))) for _ in range(count)]


def short_captions(count, model):
    """So many different ones, of what an encoder's classes are called: "a red tench beside a goldfish"."""
    labels = json.loads((model / "config.json").read_text(encoding="utf-8"))["id2label"].values()
    names = [name for name in labels if name.isascii()]
    captions = []
    for number in random.Random(4).sample(range(len(names)**2 * len(COLOURS) * len(PLACES)), count):
        number, colour = divmod(number, len(COLOURS))
        number, place = divmod(number, len(PLACES))
        first, second = divmod(number, len(names))
        captions.append(f"a {COLOURS[colour]} {names[first]} {PLACES[place]} a {names[second]}")
    return captions
