import json
import sys
import unittest

import support
import numpy as np

sys.path.insert(0, str(support.ROOT / "packaging" / "default-space"))

import build_space  # noqa: E402
import class_captions  # noqa: E402
import measure  # noqa: E402
import measure_self  # noqa: E402

SHIPPED = support.ROOT / "resources" / "default-space"
LITE = support.ROOT / ".deps" / "models" / "efficientnet-lite0" / "config.json"


class ClassCaptions(unittest.TestCase):
    @unittest.skipUnless(LITE.exists(), "the encoders are not converted")
    def test_every_class_has_captions_of_its_own(self):
        labels = json.loads(LITE.read_text(encoding="utf-8"))["id2label"]
        names = [labels[str(index)] for index in range(1000)]
        captions = class_captions.read(names)
        self.assertTrue(all(captions))
        self.assertNotIn("{", " ".join(line for said in captions for line in said))
        self.assertIn("a tabby", captions[names.index("tabby")][0])

    def test_a_class_without_a_line_is_named(self):
        with self.assertRaisesRegex(SystemExit, "no line for gryphon"):
            class_captions.read([f"class {index}" for index in range(397)] + class_names_of_the_file() + ["gryphon"])


def class_names_of_the_file():
    lines = class_captions.FILE.read_text(encoding="utf-8").splitlines()
    return [line.split(" = ")[0] for line in lines if " = " in line]


class Whitening(unittest.TestCase):
    def test_a_direction_shrinks_with_its_variance(self):
        rows = np.array([[10.0, 0], [-10, 0], [0, 1], [0, -1]])
        white = build_space.whitener(rows)
        self.assertAlmostEqual(white[0, 0] / white[1, 1], 100 ** -build_space.WHITENING)
        self.assertAlmostEqual(white[0, 1], 0)


class Shipped(unittest.TestCase):
    def test_its_description_belongs_to_its_weights(self):
        tensors = build_space.safetensors_file.decode((SHIPPED / "adapters.safetensors").read_bytes())
        info = json.loads((SHIPPED / "space.json").read_text(encoding="utf-8"))
        ordered = build_space.in_order({name: tensors[name] for name in build_space.BRIDGE}, audio_of(tensors),
                                       tensors["text.mean_point"])
        self.assertEqual(set(ordered), set(tensors))
        self.assertEqual(build_space.weights_hash(ordered), info["weights_sha256"])


def audio_of(tensors):
    return {name: values for name, values in tensors.items() if name.startswith("audio.")}


class Measuring(unittest.TestCase):
    def test_ranks_count_who_is_before(self):
        scores = np.array([[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]])  # two captions of picture 0, then one of 1
        of_captions, of_pictures = measure.ranks(scores, np.array([0, 0, 1]))
        self.assertEqual(of_captions.tolist(), [0, 1, 1])
        self.assertEqual(of_pictures.tolist(), [0, 1])

    def test_an_interval_lies_around_its_recall(self):
        ranked, owner = np.array([0, 3, 0, 20]), np.arange(4)
        text = measure.with_intervals(ranked, owner, np.random.default_rng(1))
        self.assertEqual(text.split(" ")[0], "50.0")
        self.assertIn("75.0", text)

    def test_a_picture_has_the_share_of_its_captions_that_find_it(self):
        texts, pictures = np.array([[1.0, 0], [0, 1], [0, 1]]), np.eye(2)
        found = measure_self.hits(texts, pictures, np.array([0, 0, 1]))
        self.assertEqual(found[:, 0].tolist(), [0.5, 1])  # text to image, R@1
        self.assertEqual(found[:, 3].tolist(), [1, 1])  # image to text: one of its own captions is enough


if __name__ == "__main__":
    unittest.main()
