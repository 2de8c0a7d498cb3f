"""The names of the 1,000 ImageNet classes, read from a package's source text without importing it."""

import ast
import pathlib
import zipfile


def imagenet(wheels):
    """-> 1,000 names in the order of the classifier's outputs, or [] where the package is not there."""
    found = sorted(pathlib.Path(wheels).glob("torchvision-*.whl"))
    if not found:
        return []
    source = zipfile.ZipFile(found[0]).read("torchvision/models/_meta.py").decode()
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_IMAGENET_CATEGORIES":
            names = ast.literal_eval(node.value)
            return names if len(names) == 1000 else []
    return []
