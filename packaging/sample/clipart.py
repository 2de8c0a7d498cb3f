"""Open Clip Art: PNG pictures; the SVG of the same name carries title, keywords and description. Public domain."""

import collections
import html
import re

from sample import captions
from sample.items import Item, is_usable_png

# Folders of near-identical shapes, symbols and icons, of which the title names a collection at best.
LEFT_OUT = ("buttons", "computer/icons", "computer/buttons", "computer/folders", "geography", "logos", "people/clothing/pantyhose",
            "people/smilies", "people/stickmen", "recreation/games/cards", "recreation/religion", "shapes", "signs_and_symbols", "special",
            "tools/weapons", "transportation/aiga-symbols", "transportation/roadsigns", "unsorted")
ITALIAN = re.compile(r"archit|rollandin|francesc|fran[0-9_]", re.I)
WORK = re.compile(rb"<(?:\w+:)?Work\b.*?</(?:\w+:)?Work>", re.S)


def read_metadata(svg):
    """-> (title, keywords, description), each possibly empty."""
    found = WORK.search(svg.read_bytes())
    text = found.group().decode("utf-8", "replace") if found else ""

    def texts(tag):
        raw = re.findall(rf"<(?:\w+:)?{tag}\b[^>]*>([^<]*)</", text)
        return [html.unescape(html.unescape(value)).strip() for value in raw]

    return (texts("title") or [""])[0], [word for word in texts("li") if word], (texts("description") or [""])[0]


def read(share):
    root, found = share / "openclipart", []
    for png in sorted((root / "png").rglob("*.png")):
        where = png.relative_to(root / "png")
        svg = root / "svg" / where.with_suffix(".svg")
        if str(where).startswith(LEFT_OUT) or ITALIAN.search(where.name) or not svg.exists() or not is_usable_png(png):
            continue
        found.append((png, *read_metadata(svg)))
    shared = collections.Counter(title for _, title, _, _ in found)
    for png, title, keywords, description in found:
        if shared[title] > 12 or any("rollandin" in word.lower() for word in keywords):
            continue
        said = captions.picture_captions(title, keywords, description)
        if said:
            yield Item(name=png.stem, captions=said, picture=png)
