"""Tux Paint stamps: a picture, its text in many languages (the first line is English) and sometimes its sound. GPL-2+."""

from sample import captions
from sample.items import Item, is_usable_png

LEFT_OUT = ("symbols/alphabets", "symbols/math", "symbols/money", "symbols/shapes", "town/flags")


def read(share):
    root = share / "tuxpaint" / "stamps"
    for text in sorted(root.rglob("*.txt")):
        where = str(text.relative_to(root))
        picture, sound = text.with_suffix(".png"), text.with_suffix(".ogg")
        if where.startswith(LEFT_OUT) or not picture.exists() or not is_usable_png(picture):
            continue
        with open(text, encoding="utf-8", errors="replace") as file:
            said = captions.sentence(file.readline())
        if said:
            name = "-".join(text.relative_to(root).with_suffix("").parts[-2:])
            yield Item(name=name, captions=[said], picture=picture, sound=sound if sound.exists() else None, is_stamp=True)
