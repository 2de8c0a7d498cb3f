"""GCompris: photographs, drawings and sounds inside Qt resource files, named by their files. Each under its own free licence."""

import re

from sample import captions, qt_resource
from sample.items import Item

# resource file -> {folder inside it: how the name of a file there is said}
PICTURES = {
    "categorization": {"fishes": "a fish", "monuments": "the {} monument", "renewable": "{}", "tools": "{a}", "others": "{a}"},
    "explore_monuments": {"": "{}, a famous monument"},
    "explore_world_animals": {"animals": "{a}"},
    "lang": {"words_sample": "{a}"},
}
NOT_PICTURES = set("""black blue brown gray green mauve pink red white yellow color orange-color zero one two three four five six seven
eight nine ten eleven twelve sixteen alphabets numbers""".split())
SAID = {"great wallof china": "the great wall of china", "canyonde chelly": "the canyon de chelly", "solar": "solar panels",
        "dam": "a dam with water", "windmill": "a windmill", "plier": "pliers", "scissors": "scissors"}
SOUNDS = {
    "LRApplauses": "people clapping, applause", "LRBark": "a dog barking", "LRBuddhist_gong": "a gong being struck",
    "LRDoor_Open": "a door that opens", "LRFactory_noise": "machines in a factory", "LRFireballs": "a fireball",
    "LRFrogsInPond": "frogs in a pond during a storm", "LRHeart_beat": "a beating heart", "LRHits": "someone hitting an object",
    "LRObject_falling": "an object that falls down", "LRRain_in_garden": "rain in a garden", "LRRing": "a ringing bell",
    "LRStartAndStopCarEngine": "a car engine that starts and stops", "LRTrain_slowing_down": "a train that slows down",
    "guitar": "a guitar", "xylofon": "a xylophone note", "knock": "knocking on wood", "bubble": "a bubble of water",
    "drip": "a drop of water", "helicopter": "a helicopter flying", "card_flip": "a card being turned",
    "car": "a car passing by", "train": "a train on its tracks",
    "water_fill": "water filling a lock", "door_open": "a door that opens", "door_close": "a door that closes",
    "money": "coins falling", "pickaxe": "a pickaxe hitting rock", "eat": "someone eating", "metal_hit": "a hit on metal",
    "harbor": "a harbour with boats", "icy_walk": "steps on ice", "arrow": "an arrow that flies",
    "crash": "a crash",
}
SOUND_FILES = ("memory-sound", "melody", "watercycle", "clickgame", "guessnumber", "traffic", "railroad", "canal_lock", "money",
               "mining", "gnumch-equality", "scalesboard", "reversecount", "memory", "target")
MUSIC = {"africa": "african music with drums", "america": "american country music", "australia": "australian didgeridoo music",
         "beethoven": "a classical orchestra", "ireland": "irish folk music", "italy": "italian mandolin music",
         "japan": "japanese koto music", "mexico": "mexican mariachi music", "middleeast": "music of the middle east"}


def words_of(stem):
    """"eiffelTower2" -> "eiffel tower"."""
    return re.sub(r"[\d_-]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem)).strip().lower()


def files_of(share, name):
    path = share / "gcompris-qt" / "rcc" / f"{name}.rcc"
    for inside, blob in qt_resource.read(path):
        stem, _, suffix = inside.rsplit("/", 1)[-1].rpartition(".")
        yield inside.split("/")[-2], stem, "." + suffix.lower(), blob


def pictures(share):
    for name, folders in PICTURES.items():
        for folder, stem, suffix, blob in files_of(share, name):
            pattern = folders.get(folder, folders.get("")) if suffix in (".webp", ".jpg", ".png") else None
            words = words_of(stem)
            if not pattern or stem in NOT_PICTURES or len(words) < 3 or re.match(r"monument\d|background", stem):
                continue
            said = SAID.get(words) or pattern.format(words, a=captions.with_article(words))
            yield Item(name=f"photo-{folder}-{stem}", captions=[said], picture=(suffix, blob))


def triples(share):
    """Farm animals and music of the world: picture and sound of one name; the instruments: sound alone (their pictures are SVG)."""
    for name in ("explore_farm_animals", "explore_world_music", "instruments"):
        parts = {}
        for _, stem, suffix, blob in files_of(share, name):
            if suffix in (".webp", ".ogg"):
                parts.setdefault(stem.removesuffix("s") if stem == "chickens" else stem, {})[suffix] = (suffix, blob)
        for stem, files in sorted(parts.items()):
            words = words_of(stem)
            if ".ogg" in files:
                said = MUSIC.get(words) or (captions.with_article(words) + (" playing" if name == "instruments" else ""))
                yield Item(name=f"{words}", captions=[said], picture=files.get(".webp"), sound=files[".ogg"])


def sounds(share):
    for name in SOUND_FILES:
        for _, stem, suffix, blob in files_of(share, name):
            said = next((text for start, text in SOUNDS.items() if stem.startswith(start)), None)
            if suffix in (".wav", ".ogg") and said:
                yield Item(name=f"{name}-{stem}", captions=[said], sound=(suffix, blob))


def read(share):
    yield from pictures(share)
    yield from triples(share)
    yield from sounds(share)
