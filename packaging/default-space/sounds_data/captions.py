"""A caption as people might say it."""

import re

PATTERNS = ("{said}", "the sound of {said}", "{bare}", "{bare} sound", "a recording of {said}", "{group}", "the sound of {group}")


def bare(said):
    """"a dog barking" -> "dog barking"."""
    return re.sub(r"^(a|an|the|someone) ", "", said)


def wordings(item):
    """-> the different ways to say an item's captions, the plainest first."""
    group = item["group"] if item["kind"] != "mix" else f"{item['group']} and {item['other']}"
    said = [pattern.format(said=caption, bare=bare(caption), group=group) for pattern in PATTERNS for caption in item["captions"]]
    return list(dict.fromkeys(said))


def families(items):
    """-> {class: family}: classes that share a caption or a class's name go together, so that no title is on two sides of a split."""
    parent = {}

    def root(name):
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for item in items:
        if item["kind"] == "mix":
            continue
        for said in item["captions"]:
            parent[root(bare(said))] = root(item["group"])
    return {group: root(group) for group in {item["group"] for item in items}}
