#!/usr/bin/env python3
"""Writes tests/golden/media: pictures of kinds that our other test code cannot write, Pillow's resizing of one picture, and
the files from which make_published_goldens.py makes latents.

Needs the packages of packaging/requirements-golden.txt. Run: python tests/golden/make_media.py
"""
import pathlib
import wave

import numpy as np
from PIL import Image

FOLDER = pathlib.Path(__file__).parent / "media"


def photo_like(width, height):
    """Smooth colours, a sharp edge and noise: what a resampling filter can get wrong."""
    y, x = np.mgrid[0:height, 0:width]
    noise = np.random.default_rng(5).integers(0, 60, (height, width))
    red = (x * 255 // (width - 1) + noise) % 256
    green = np.where((x // 5 + y // 7) % 2 == 0, 230, 20)
    blue = (y * 195 // (height - 1)) + noise
    return Image.fromarray(np.stack([red, green, blue], axis=2).astype(np.uint8))


def scene(width, height, seed):
    """Smooth shapes of every size on a gradient, with some grain: as much detail as a photo."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width] / max(width, height)
    colours = np.stack([0.3 + 0.4 * x, 0.5 - 0.3 * y, 0.4 + 0.3 * x * y], axis=2)
    for _ in range(60):
        radius, (cx, cy), colour = 0.01 + 0.2 * random.random() ** 2, random.random(2), random.random(3)
        inside = np.clip((radius - np.hypot(x - cx, (y - cy) * (1 + random.random()))) * 120, 0, 1)[..., None]
        colours = colours * (1 - inside) + colour * inside
    colours += random.normal(0, 0.01, colours.shape)
    return Image.fromarray((np.clip(colours, 0, 1) * 255).astype(np.uint8))


def sound(name, seconds, seed, rate=16_000):
    """Tones that come and go, a sweep and noise, 16 bits."""
    random = np.random.default_rng(seed)
    t = np.arange(int(rate * seconds)) / rate
    samples = 0.2 * np.sin(2 * np.pi * (200 * t + 900 * t**2)) + 0.05 * random.normal(size=len(t)) * np.exp(-4 * (t % 0.7))
    for _ in range(8):
        start, length, pitch = random.random() * seconds, 0.1 + 0.5 * random.random(), 110 * 2 ** (5 * random.random())
        inside = (t >= start) & (t < start + length)
        samples += inside * 0.15 * np.sin(2 * np.pi * pitch * t) * np.exp(-5 * np.abs(t - start))
    with wave.open(str(FOLDER / name), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def quadrants(mode="RGB"):
    """16 x 8: red, green over blue, white."""
    image = Image.new("RGB", (16, 8))
    for corner, colour in zip([(0, 0), (8, 0), (0, 4), (8, 4)], ["red", "lime", "blue", "white"]):
        image.paste(colour, (*corner, corner[0] + 8, corner[1] + 4))
    return image.convert(mode)


def main():
    FOLDER.mkdir(exist_ok=True)
    photo = photo_like(61, 47)
    photo.save(FOLDER / "photo.png")
    for name, size, method in [
        ("bicubic_24x24", (24, 24), Image.BICUBIC),
        ("bicubic_90x100", (90, 100), Image.BICUBIC),
        ("bilinear_17x30", (17, 30), Image.BILINEAR),
        ("area_20x20", (20, 20), Image.BOX),
    ]:
        photo.resize(size, method).save(FOLDER / f"photo_{name}.png")

    scene(640, 427, 7).save(FOLDER / "landscape.jpg", quality=85)
    scene(151, 214, 8).save(FOLDER / "portrait.jpg", quality=92, subsampling=0)

    sound("long.wav", 3.0, 9)
    sound("short.wav", 0.9, 10)

    half_clear = quadrants("RGBA")
    half_clear.putalpha(Image.fromarray(np.repeat(np.array([[255] * 8 + [0] * 8], np.uint8), 8, axis=0)))
    half_clear.save(FOLDER / "clear_right_half.png")
    half_clear.quantize(8).save(FOLDER / "clear_right_half_palette.png")
    half_clear.save(FOLDER / "clear_right_half.webp", lossless=True)
    half_clear.save(FOLDER / "clear_right_half.tiff")
    half_clear.save(FOLDER / "clear_right_half.gif")
    quadrants("CMYK").save(FOLDER / "cmyk.jpg", quality=95)
    quadrants("CMYK").save(FOLDER / "cmyk.tiff", compression="tiff_lzw")
    Image.fromarray(np.full((8, 16), 0x8080, np.uint16)).save(FOLDER / "grey_16_bit.png")
    Image.fromarray(np.full((8, 16), 0x80, np.uint8)).convert("LA").save(FOLDER / "grey_alpha.png")
    quadrants().convert("1", dither=Image.Dither.NONE).save(FOLDER / "one_bit.bmp")
    quadrants().quantize(4).save(FOLDER / "palette.bmp")
    quadrants().save(FOLDER / "moving.webp", save_all=True, append_images=[quadrants().rotate(180)], lossless=True)
    quadrants().save(FOLDER / "moving.gif", save_all=True, append_images=[quadrants().rotate(180)])

    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x0132] = "2021:06:15 12:30:45"
    for extension in ["webp", "tiff", "png"]:
        options = {} if extension == "tiff" else {"lossless": True}
        quadrants().transpose(Image.ROTATE_90).save(FOLDER / f"turned.{extension}", exif=exif, **options)


if __name__ == "__main__":
    main()
