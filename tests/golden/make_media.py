#!/usr/bin/env python3
"""Writes tests/golden/media: pictures of kinds that our other test code cannot write, and Pillow's resizing of one picture.

Needs the packages of packaging/requirements-golden.txt. Run: python tests/golden/make_media.py
"""
import pathlib

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
