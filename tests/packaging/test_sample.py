import pathlib
import struct
import tempfile
import unittest
import zlib

import support  # noqa: F401  (finds packaging/)

import sample_data
from sample import captions, qt_resource, samples
from sample.items import Item, is_usable_png


class Titles(unittest.TestCase):
    def test_a_title_becomes_plain_words(self):
        for title, said in (("Candied Apples", "candied apples"), ("slate-apple", "slate apple"), ("sleeping_cat", "sleeping cat"),
                            ("RedCar", "red car"), ("AfricanDrum1", "african drum"), ("Ice Cream Cone (3 Scoop)", "ice cream cone"),
                            ("Dog 01 Drawn With Straight Lines", "dog"), ("hat - clothing", "hat")):
            with self.subTest(title):
                self.assertEqual(captions.clean_title(title), said)

    def test_titles_that_name_no_thing_are_dropped(self):
        for title in ("", "01", "0x8a3", "Lemon SVG theme", "Various Cliparts", "Etiquette Icons", "AIGA_Symbol_Signs", "Homes Clipart",
                      "Clipart by Nicu Buculei - antenna", "jean@example.org", "http://example.org", "Gatto Nero", "SVG Road Signs"):
            with self.subTest(title):
                self.assertEqual(captions.clean_title(title), "")

    def test_articles_follow_the_word(self):
        for title, said in (("apple core", "an apple core"), ("dog on leash", "a dog on leash"), ("bus", "a bus"), ("scissors", "scissors"),
                            ("unicycle", "a unicycle"), ("umbrella", "an umbrella"), ("the moon", "the moon"), ("two cats", "two cats")):
            with self.subTest(title):
                self.assertEqual(captions.with_article(title), said)


class Captions(unittest.TestCase):
    def test_keywords_that_describe_a_collection_are_dropped(self):
        keywords = ["hash(0x8669854)", "hash", "0x881e2f8", "clip_art", "unsorted", "food", "Apple", "fruit", "11"]
        self.assertEqual(captions.clean_keywords(keywords, "an apple"), ["fruit"])

    def test_black_and_white_is_said(self):
        self.assertEqual(captions.picture_captions("Apple (B and W)", ["fruit"]), ["an apple in black and white", "apple: fruit"])

    def test_a_description_counts_only_when_it_adds_something(self):
        self.assertEqual(captions.clean_description("Candied Apples", "candied apples"), "")
        self.assertEqual(captions.clean_description("HASH(0x85a831c)"), "")
        self.assertEqual(captions.clean_description("Red and white striped lighthouse. More."), "Red and white striped lighthouse")

    def test_a_stamp_speaks_without_its_full_stop(self):
        self.assertEqual(captions.sentence("A red apple.\n"), "a red apple")
        self.assertEqual(captions.sentence("A \u201cFuji\u201d apple."), "a Fuji apple")
        self.assertEqual(captions.sentence("7."), "")

    def test_sample_names_are_said_in_words(self):
        self.assertEqual(samples.said_of("drum_snare_hard"), "a drum, snare drum hard")
        self.assertEqual(samples.said_of("bd_haus"), "a bass drum, a kick")
        self.assertEqual(samples.said_of("loop_electric"), "an electric loop of music")
        self.assertEqual(samples.said_of("unknown"), "")


class Layout(unittest.TestCase):
    def test_items_of_one_title_fall_on_one_side(self):
        sides = {sample_data.is_held_out(Item(name, [said], picture=pathlib.Path(f"{name}.png")))
                 for name, said in (("a", "a lamp"), ("b", "lamp"), ("c", "a lamp in black and white"))}
        self.assertEqual(len(sides), 1)

    def test_right_answers_follow_the_words(self):
        words = {"pictures/a.png": {"red", "apple"}, "pictures/b.png": {"apple", "pie"}, "pictures/c.png": {"pear"},
                 "pictures/d.png": {"apple"}}
        query = {"any": ["apple"], "none": ["pie"], "wrong": ["d"]}
        self.assertEqual(sample_data.answers(query, words), ["pictures/a.png"])

    def test_small_and_huge_pictures_are_left_out(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "x.png"
            for size, usable in (((200, 200), True), ((47, 200), False), ((10524, 16000), False)):
                path.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", *size))
                self.assertEqual(is_usable_png(path), usable)
            path.write_bytes(b"GIF89a")
            self.assertFalse(is_usable_png(path))

    def test_a_qt_resource_file_gives_its_files_back(self):
        stored, packed = b"plain", b"packed" * 50
        squeezed = struct.pack(">I", len(packed)) + zlib.compress(packed)
        data = struct.pack(">I", len(stored)) + stored + struct.pack(">I", len(squeezed)) + squeezed
        names, offsets = b"", {}
        for name in ("folder", "a.txt", "b.txt"):
            offsets[name] = len(names)
            names += struct.pack(">HI", len(name), 0) + name.encode("utf-16-be")
        tree = struct.pack(">IHIIQ", 0, 2, 1, 1, 0) + struct.pack(">IHIIQ", offsets["folder"], 2, 2, 2, 0)
        tree += struct.pack(">IHHHIQ", offsets["a.txt"], 0, 0, 0, 0, 0)
        tree += struct.pack(">IHHHIQ", offsets["b.txt"], 1, 0, 0, 4 + len(stored), 0)
        head = struct.pack(">4s4I", b"qres", 2, 20, 20 + len(tree), 20 + len(tree) + len(data))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "x.rcc"
            path.write_bytes(head + tree + data + names)
            self.assertEqual(dict(qt_resource.read(path)), {"/folder/a.txt": stored, "/folder/b.txt": packed})


if __name__ == "__main__":
    unittest.main()
