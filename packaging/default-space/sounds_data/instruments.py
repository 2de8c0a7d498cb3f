"""General MIDI: every instrument and drum of a sound font, rendered with fluidsynth."""

import pathlib
import struct
import subprocess

# In the order of the standard: CLASS: CAPTION; the class alone is said with its article.
PROGRAMS = """piano: a grand piano|piano: a bright piano|piano: an electric grand piano|piano: a honky-tonk piano
electric piano: an electric piano|electric piano: an electric piano, chorused|harpsichord|clavinet
celesta|glockenspiel|music box|vibraphone|marimba|xylophone|tubular bells: tubular bells|dulcimer
organ: a drawbar organ|organ: a percussive organ|organ: a rock organ|organ: a church organ|organ: a reed organ|accordion|harmonica
accordion: a tango accordion|guitar: an acoustic guitar with nylon strings|guitar: an acoustic guitar with steel strings
electric guitar: a jazz guitar|electric guitar: a clean electric guitar|electric guitar: a muted electric guitar
electric guitar: an overdriven electric guitar|electric guitar: a distorted electric guitar|guitar harmonics: guitar harmonics
bass guitar: an acoustic bass; a double bass|bass guitar: a bass guitar|bass guitar: a picked bass guitar|bass guitar: a fretless bass
bass guitar: a slapped bass guitar|bass guitar: a slap bass|synth bass: a synthesizer bass|synth bass: a synth bass
violin|viola|cello|double bass: a bowed double bass; a contrabass|strings: trembling strings|pizzicato: plucked strings|harp
timpani: timpani; kettledrums|strings: an orchestra of strings|strings: slow strings|strings: synthesizer strings
strings: synthetic strings|choir: a choir singing aah|choir: voices singing ooh|choir: a synthesized voice|orchestra hit: an orchestra hit
trumpet|trombone|tuba|trumpet: a muted trumpet|french horn|brass: a brass section|brass: synthesizer brass|brass: synthetic brass
saxophone: a soprano saxophone|saxophone: an alto saxophone|saxophone: a tenor saxophone|saxophone: a baritone saxophone|oboe
english horn: an english horn|bassoon|clarinet|flute: a piccolo flute|flute|recorder|pan flute|bottle blow: blowing over a bottle
shakuhachi: a shakuhachi, a japanese flute|whistle: whistling|ocarina|synth lead: a square wave synthesizer
synth lead: a sawtooth synthesizer|synth lead: a calliope synthesizer|synth lead: a chiff synthesizer
synth lead: a charang synthesizer|synth lead: a synthesizer voice|synth lead: a synthesizer in fifths|synth lead: a bass and lead synthesizer
synth pad: a new age synthesizer pad|synth pad: a warm synthesizer pad|synth pad: a polysynth pad|synth pad: a choir pad
synth pad: a bowed glass pad|synth pad: a metallic pad|synth pad: a halo pad|synth pad: a sweeping pad
synth effect: a synthesizer like rain|synth effect: a soundtrack synthesizer|synth effect: a crystal synthesizer
synth effect: an atmospheric synthesizer|synth effect: a bright synthesizer|synth effect: a goblin synthesizer
synth effect: an echoing synthesizer|synth effect: a science fiction synthesizer|sitar: a sitar, an indian string instrument|banjo
shamisen: a shamisen, a japanese lute|koto: a koto, a japanese zither|kalimba: a kalimba, a thumb piano|bagpipe: bagpipes|fiddle
shanai: a shanai, an indian oboe|bell: a tinkling bell|agogo: an agogo bell|steel drum: steel drums|wood block|taiko: a taiko drum
tom: a melodic tom drum|synth drum: a synthesizer drum|cymbal: a reversed cymbal|guitar fret noise: fingers sliding on guitar strings
breath: a breath|seashore: waves on the seashore; the sea|bird: a bird tweeting; birdsong|telephone: a telephone ringing
helicopter: a helicopter|applause: applause|gun: a gunshot"""
DRUMS = {35: "bass drum", 37: "rimshot: a side stick", 38: "snare drum", 39: "clap: a hand clap", 41: "tom: a floor tom",
         42: "hi-hat: a closed hi-hat", 46: "hi-hat: an open hi-hat", 49: "cymbal: a crash cymbal", 50: "tom: a high tom",
         51: "cymbal: a ride cymbal", 52: "cymbal: a chinese cymbal", 54: "tambourine", 55: "cymbal: a splash cymbal", 56: "cowbell",
         58: "vibraslap", 60: "bongo: a bongo drum", 62: "conga: a conga drum", 65: "timbale: a timbale drum", 67: "agogo: an agogo bell",
         69: "cabasa: a cabasa, a rattle", 70: "maracas: maracas", 71: "whistle: a whistle blown", 73: "guiro: a guiro, a scraped gourd",
         75: "claves: claves", 76: "wood block", 78: "cuica: a cuica drum", 81: "triangle"}
SECONDS = 5  # from one sound to the next
TICKS = 480  # a second, at 125 beats a minute of 230.4 ticks; see header()


def parse(said):
    group, _, captions = said.strip().partition(": ")
    return group, captions.split("; ") if captions else ["an " * (group[0] in "aeiou") + "a " * (group[0] not in "aeiou") + group]


def programs():
    return [parse(said) for said in PROGRAMS.replace("\n", "|").split("|")]


def variable(value):
    """A MIDI quantity of variable length."""
    parts = [value & 127]
    while value := value >> 7:
        parts.append(value & 127 | 128)
    return bytes(reversed(parts))


def midi(events):
    """[(tick, bytes)] -> a MIDI file of one track; a quarter note is half a second, hence TICKS / 2 ticks."""
    track, now = b"", 0
    for tick, message in sorted(events, key=lambda event: event[0]):
        track += variable(tick - now) + message
        now = tick
    track += b"\x00\xff\x2f\x00"
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, TICKS // 2) + b"MTrk" + struct.pack(">I", len(track)) + track


def notes(at, channel, pitches, seconds):
    """One after the other, within `seconds`."""
    each = int(seconds * TICKS / len(pitches))
    for number, pitch in enumerate(pitches):
        start = at + number * each
        yield start, bytes((0x90 | channel, pitch, 96))
        yield start + each - 10, bytes((0x80 | channel, pitch, 0))


# How each font plays: one note, a rising broken chord, a short melody.
PHRASES = ((60,), (48, 52, 55, 60), (67, 65, 64, 60, 62, 64), (72,), (55, 60))


def score(phrase):
    """-> (events, [(class, captions)] in the order of the sounds)"""
    events, said = [], []
    for program, what in enumerate(programs()):
        at = len(said) * SECONDS * TICKS
        low = -12 if 32 <= program < 40 or program in (42, 43, 57, 58, 67, 70) else 0
        events.append((at, bytes((0xC0, program))))
        events += notes(at + 10, 0, [pitch + low for pitch in phrase], 3)
        said.append(what)
    for key, what in DRUMS.items():
        at = len(said) * SECONDS * TICKS
        events += notes(at + 10, 9, [key] * (1 if len(phrase) == 1 else 4), 1 if len(phrase) == 1 else 2)
        said.append(parse(what))
    return events, said


def render(font, phrase, folder):
    """-> (path of a WAV of all sounds, SECONDS apart, [(class, captions)])"""
    events, said = score(phrase)
    song, sound = folder / "score.mid", folder / f"{pathlib.Path(font).stem}-{len(phrase)}-{phrase[0]}.wav"
    song.write_bytes(midi(events + [(len(said) * SECONDS * TICKS, b"\xb0\x7b\x00")]))
    subprocess.run(["fluidsynth", "-ni", "-q", "-r", "44100", "-g", "0.5", "-R", "0", "-C", "0", "-F", sound, font, song], check=True,
                   stdout=subprocess.DEVNULL)
    return sound, said
