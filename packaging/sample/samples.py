"""Sonic Pi's instrument samples (mostly CC0) and the freedesktop sound theme (CC BY, CC BY-SA, GPL-2+), said in words."""

import re

from sample.items import Item

# prefix of a sample's name -> how it is said; {} is the rest of the name
SONIC_PI = {
    "ambi_": "an ambient {} sound", "bass_": "a {} bass note of a synthesizer", "bd_": "a bass drum, a {} kick", "drum_": "a drum, {}",
    "elec_": "an electronic {}", "glitch_": "a digital glitch, {}", "guit_": "an electric guitar, {}", "loop_": "a {} loop of music",
    "misc_": "a {}", "perc_": "percussion, a {}", "sn_": "a snare drum, {}", "tabla_": "a tabla, an indian hand drum",
    "vinyl_": "a vinyl record player, {}",
}
WORDS = {"dnb": "drum and bass", "hi": "high", "lo": "low", "mid": "middle", "e": "", "em": "minor chord", "c": "", "f": "", "g": "",
         "amen": "drum break", "breakbeat": "drum breakbeat", "tabla": "tabla drum", "safari": "safari drum", "perc": "percussion",
         "tom": "tom drum", "snare": "snare drum", "kick": "kick drum", "filt": "filtered"}
NAMES = set("ada compus dolf gas garzul haus klub mehackit mika sone tek voxy zome zum d".split())  # they tell nothing
FREEDESKTOP = {
    "alarm-clock-elapsed": "an alarm clock ringing", "bell": "a bell", "camera-shutter": "the shutter of a camera",
    "phone-incoming-call": "a telephone ringing", "phone-outgoing-busy": "the busy tone of a telephone",
    "phone-outgoing-calling": "the dialling tone of a telephone", "trash-empty": "crumpling paper", "complete": "a pleasant chime",
    "message": "a short notification", "message-new-instant": "a notification of a message", "power-plug": "a rising tone",
    "power-unplug": "a falling tone", "screen-capture": "the shutter of a camera", "suspend-error": "an error tone",
    "dialog-warning": "a warning tone", "dialog-error": "an error tone", "service-login": "a welcome melody",
    "audio-test-signal": "a test tone", "window-attention": "a tone that asks for attention",
}


def said_of(stem):
    """"drum_snare_hard" -> "a drum, snare drum hard"; "" for names that say nothing."""
    for prefix, pattern in SONIC_PI.items():
        if stem.startswith(prefix):
            parts = [part.rstrip("0123456789") for part in stem[len(prefix):].split("_")]
            rest = " ".join(WORDS.get(part, part) for part in parts if part not in NAMES)
            said = pattern.format(rest).replace(" ,", ",")
            return re.sub(r"\ba (?=[aeio])", "an ", " ".join(said.split()).rstrip(", "))
    return ""


def read(share):
    for path in sorted((share / "sonic-pi" / "samples").glob("*.flac")):
        said = said_of(path.stem)
        if said:
            yield Item(name=path.stem, captions=[said], sound=path)
    for path in sorted((share / "sounds" / "freedesktop" / "stereo").glob("*.oga")):
        if path.stem in FREEDESKTOP:
            yield Item(name=path.stem, captions=[FREEDESKTOP[path.stem]], sound=path)
