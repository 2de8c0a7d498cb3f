"""How well names find sounds: names that training has not met, and classes by recordings that it has not met."""

import itertools

import numpy as np
import torch
import torch.nn.functional as F

from sounds_data import adapter, captions

FOLDS, DRAWS = 4, 6
CLASS_SEEDS = 4  # some kinds are a few sounds, and vary by ten points with the folds
COMMON = {
    "animals": "dog cat cow horse sheep pig duck goose chicken rooster owl crow wolf lion bee frog bird".split(),
    "vehicles": ["car", "train", "steam train", "airplane", "helicopter", "truck", "bus", "motorcycle", "ship horn"],
    "instruments": ["piano", "guitar", "electric guitar", "violin", "cello", "flute", "trumpet", "organ", "harp", "xylophone",
                    "snare drum", "bass drum", "cymbal", "accordion", "saxophone"],
    "weather": ["thunder", "rain", "wind"],
    "alarms": ["alarm", "siren", "telephone", "bell"],
    "voices": ["speech", "singing", "laughter", "scream", "choir", "cough"],
}


class Data:
    """Rows of the corpus with their latents and points of text."""

    def __init__(self, items, latents, point_of):
        self.latents, self.point_of = torch.tensor(latents), point_of
        self.groups = np.array([item["group"] for item in items])
        self.others = np.array([item.get("other", "") for item in items])
        self.kinds = np.array([item["kind"] for item in items])
        self.originals = np.array([item["original"] for item in items])
        self.plain = torch.stack([point_of(item["captions"][0]) for item in items])
        self.targets = torch.stack([F.normalize(sum(map(point_of, captions.wordings(item))), dim=0) for item in items])

    def training(self, rows):
        """-> what adapter.fit takes, and the standardizer."""
        standardizer = adapter.Standardizer(self.latents[rows])
        return standardizer, (standardizer(self.latents[rows]), self.targets[rows], adapter.weights_of(list(self.groups[rows])))


def maps(data, train, test, seed):
    """-> {name: points of the test rows}"""
    standardizer, known = data.training(train)
    rows = standardizer(data.latents[test])
    learned, _ = adapter.fit(*known, seed)
    with torch.no_grad():
        return {"least squares": adapter.LinearMap(*known, ridge=1.0)(rows), "ridge": adapter.LinearMap(*known)(rows),
                "adapter": F.normalize(learned(rows))}


def recalls(points, texts):
    scores = texts @ points.T
    ranks = (scores > scores.diagonal()[:, None]).sum(1)
    return [float((ranks < k).float().mean()) for k in (1, 5, 10)]


def unseen_names(data, families, seeds):
    """-> {map: [folds, 3] recalls text->audio}, mean number of candidates. A fold holds classes of which training has neither a sound
    nor a caption; its candidates are one original sound of each class, drawn DRAWS times."""
    found, candidates = {}, []
    for seed in seeds:
        generator = np.random.default_rng(seed)
        names = sorted(set(families.values()))
        fold_of = dict(zip(names, generator.permutation(len(names)) % FOLDS))
        folds = np.array([fold_of[families[group]] for group in data.groups])
        other = np.array([fold_of[families[group]] if group else -1 for group in data.others])
        for fold in range(FOLDS):
            test = np.flatnonzero((folds == fold) & np.isin(data.kinds, ("named", "rendered")))
            points = maps(data, np.flatnonzero((folds != fold) & (other != fold)), test, seed)
            chosen = [np.array([generator.choice(np.flatnonzero(data.groups[test] == group)) for group in sorted(set(data.groups[test]))])
                      for _ in range(DRAWS)]
            candidates.append(len(chosen[0]))
            for name, rows in points.items():
                found.setdefault(name, []).append(np.mean([recalls(rows[one], data.plain[test[one]]) for one in chosen], 0))
    return {name: np.array(rows) for name, rows in found.items()}, float(np.mean(candidates))


def average_precision(scores, right):
    right = right[scores.argsort(descending=True)].float()
    return float((right.cumsum(0) / torch.arange(1, len(right) + 1) * right).sum() / right.sum())


def known_classes(data, seeds):
    """-> {(map, kind of class): mean average precision}: "the sound of CLASS" among the named sounds of a fold, none of which (nor a
    variant of which) was trained on."""
    originals, found = np.unique(data.originals), {}
    for seed, fold in itertools.product(seeds, range(FOLDS)):
        fold_of = dict(zip(originals, np.random.default_rng(seed).integers(0, FOLDS, len(originals))))
        folds = np.array([fold_of[original] for original in data.originals])
        test = np.flatnonzero((folds == fold) & (data.kinds == "named"))
        points = maps(data, np.flatnonzero((folds != fold) & (data.kinds != "mix")), test, seed)
        for name, rows in points.items():
            for kind, groups in COMMON.items():
                for group in groups:
                    right = torch.tensor(data.groups[test] == group)
                    if right.any():
                        precision = average_precision(rows @ data.point_of("the sound of " + group), right)
                        found.setdefault((name, kind), []).append(precision)
    return {key: float(np.mean(values)) for key, values in found.items()}


def report(data, families, seeds):
    found, candidates = unseen_names(data, families, seeds)
    lines = [f"names not met in training, text -> audio among {candidates:.0f} sounds ({len(next(iter(found.values())))} folds)",
             f"{'':14}  R@1    R@5    R@10   (standard error of R@10)"]
    for name, rows in found.items():
        error = rows[:, 2].std(ddof=1) / len(rows) ** 0.5
        lines.append(f"{name:14}" + "".join(f"{100 * value:6.1f} " for value in rows.mean(0)) + f"  ({100 * error:.1f})")
    classes = known_classes(data, range(CLASS_SEEDS))
    lines.append("recordings not met in training, mean average precision of class names")
    lines.append(f"{'':14}" + "".join(f"{kind:>13}" for kind in COMMON))
    lines += [f"{name:14}" + "".join(f"{100 * classes[name, kind]:13.1f}" for kind in COMMON) for name in found]
    return "\n".join(lines)
