"""Sounds as arrays: read, trimmed, varied, written as WAV. A sound that is played faster is one with another sample rate."""

import io
import wave

import numpy as np
import soundfile

LONGEST = 8  # seconds that are kept of a sound
SHORT = (2.4, 3.4)  # seconds of a variant: one block of aiSFX, to encode quickly


def read(content):
    """-> (mono f32, rate), the first LONGEST seconds from where the sound begins; None where there is only silence or a damaged file."""
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    try:
        samples, rate = soundfile.read(source, dtype="float32", always_2d=True)
    except soundfile.LibsndfileError:
        return None
    return trimmed(samples.mean(1), rate)


def trimmed(samples, rate):
    peak = np.abs(samples).max(initial=0)
    loud = np.flatnonzero(np.abs(samples) > 0.01 * peak)
    if peak < 1e-4 or len(loud) == 0:
        return None
    start = max(0, loud[0] - rate // 50)
    return samples[start:min(loud[-1] + rate // 10, start + LONGEST * rate)], rate


def varied(samples, rate, generator):
    """A part of the sound, played faster or slower, with noise, at another loudness."""
    speed = 2 ** generator.uniform(-0.3, 0.3)
    length = int(generator.uniform(*SHORT) * rate * speed)
    if len(samples) > length:
        start = int(generator.integers(0, min(len(samples) - length, rate * 4) + 1))
        samples = samples[start:start + length]
    noise = generator.standard_normal(len(samples)).astype(np.float32)
    if generator.random() < 0.5:  # red noise: more of it in the bass
        noise = np.convolve(noise, np.ones(24, np.float32) / 24, "same")
    below = 10 ** (-generator.uniform(12, 45) / 20)  # of the sound's own level
    level = np.sqrt(np.mean(samples**2)) / max(np.sqrt(np.mean(noise**2)), 1e-9)
    return samples + below * level * noise, int(rate * speed)


def resampled(samples, rate, wanted):
    """By linear interpolation: enough for two sounds at once."""
    count = int(len(samples) * wanted / rate)
    return np.interp(np.arange(count) * rate / wanted, np.arange(len(samples)), samples).astype(np.float32)


def together(first, second, generator):
    """Two (samples, rate) at once, the second up to 6 dB louder or softer."""
    rate = max(first[1], second[1])
    a, b = (resampled(samples, own, rate)[:int(SHORT[1] * rate)] for samples, own in (first, second))
    a, b = a / np.abs(a).max(), b / np.abs(b).max()
    mixed = np.zeros(max(len(a), len(b)), np.float32)
    mixed[:len(a)] += a
    mixed[:len(b)] += b * 10 ** (generator.uniform(-6, 6) / 20)
    return mixed, rate


def write(path, samples, rate):
    scaled = np.clip(samples / max(np.abs(samples).max(), 1e-9), -1, 1) * 32000
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(scaled.astype("<i2").tobytes())
