"""Turns titles, keywords and descriptions into captions that a person could have written, or refuses them."""

import re

# Words that describe a collection, a file or a place in a menu, not what is to be seen.
EMPTY_KEYWORDS = set("""animali animale actions activities clip_art clipart computer decoration education entertainment equipment
festive food geography icon icons image iconic mapsym menu misc miscellany music musicstuff office openclipart other people picture
place places plant png recreation science shape sign signs_and_symbols special svg symbol symbols template theme tool tools
transport transportation unsorted vector voiture work united_nations_member work_tool bordered ornamental""".split())
COLLECTION = re.compile(r"\b(theme|collection|icon ?set|icons|clip ?arts?|symbol signs|submission|untitled|no name|unnamed|autos?"
                        r"|drawing|image|picture|svg|road signs|openclipart)\b", re.I)
FOREIGN = re.compile(r"\b(di|della|dello|del|con|gatt[oaine]+|casa|cani|fiore|le|la|il|des|les|une|du|stemma|architett\w*"
                     r"|paesaggio)\b", re.I)
NOISE = re.compile(r"\s*\([^)]*\)?|\s-\s.*$|\.svg\b|\bby [A-Z]\w+( [A-Z]\w+)?\s*$|\bdrawn with straight lines\b"
                   r"|\b(?:aj|bw|md|lq|hq|v\d+)\b|#|&#\d+;", re.I)


def clean_title(title):
    """-> a title in plain words, or "" where it names a collection, a file, a number, a person or nothing."""
    if not title or "@" in title or "http" in title.lower() or title.lower().startswith("clipart by nicu"):
        return ""
    title = re.sub(r"^clip ?art by [^-]*-\s*", "", title, flags=re.I)
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", NOISE.sub(" ", title).replace("_", " "))
    title = re.sub(r"(?<=\w)-(?=\w)|[,;:.!\"“”]+(?=\s|$)|[“”\"]", " ", title)
    title = re.sub(r"\b[a-z]*\d[\w.]*\b|(?<=[a-z])\d+\b", lambda found: re.sub(r"\d.*", "", found.group()), title, flags=re.I)
    words = re.sub(r"\s+", " ", re.sub(r"[^\w\s'&()-]", " ", title)).strip(" -&()'").split(" ")
    if not any(len(re.sub(r"\W", "", word)) >= 3 for word in words) or len(words) > 9:
        return ""
    text = " ".join(words)
    if COLLECTION.search(text) or FOREIGN.search(text) or re.search(r"[^\x00-\x7f]", text):
        return ""
    return text.lower()


def clean_keywords(keywords, title=""):
    """-> at most four keywords that say something and that the title does not say yet."""
    kept, said = [], set(title.lower().split())
    for keyword in keywords:
        word = keyword.strip().lower()
        if word in EMPTY_KEYWORDS or not re.fullmatch(r"[a-z][a-z _-]{2,24}", word) or FOREIGN.search(word) or word.startswith("hash"):
            continue
        word = word.replace("_", " ").strip()
        if word not in said and word.rstrip("s") not in said:
            kept.append(word)
            said.add(word)
    return kept[:4]


def clean_description(description, title=""):
    """-> one short sentence that adds to the title, or ""."""
    text = re.sub(r"\s+", " ", description or "").strip()
    text = re.split(r"(?<=[.!?])\s", text)[0].rstrip(".")
    plain = text.lower()
    if not 12 <= len(text) <= 140 or plain == title or re.search(r"@|http|hash\(|inkscape|sodipodi|autotraced|svg|[^\x00-\x7f]", plain):
        return ""
    return "" if FOREIGN.search(text) or len(plain.split()) < 3 else text


def join(words):
    """["a", "b", "c"] -> "a, b and c"."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def with_article(text):
    """A title as one would say it: "apple core" -> "an apple core"; plurals and titles with an article stay."""
    first = text.split()[0]
    noun = re.split(r"\s(?:with|on|in|of|and|at|from|against|over|under)\s", " " + text + " ")[0].split()[-1]
    if first in ("a", "an", "the", "two", "three", "some", "my") or (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))):
        return text
    vowel = first[0] in "aeiou" and not first.startswith(("eu", "one", "uni", "use", "uti"))
    return ("an " if vowel else "a ") + text


def picture_captions(title, keywords=(), description=""):
    """-> one to three captions of a picture, the plainest first; [] when the title says nothing."""
    uncoloured = re.search(r"\(b and w\)|\(b&w\)|\bbw\b|_bw\b", title, re.I)
    title = clean_title(title)
    if not title:
        return []
    kept = clean_keywords(keywords, title)
    captions = [with_article(title) + (" in black and white" if uncoloured else "")]
    if kept:
        captions.append(f"{title}: {join(kept)}")
    told = clean_description(description, title)
    return captions + ([told] if told else [])


def sentence(text):
    """The first line of a stamp's text without its full stop: "A red apple." -> "a red apple"."""
    text = re.sub(r"\s+", " ", text.replace("\ufeff", "")).strip().rstrip(".!").replace("“", "").replace("”", "")
    if not 3 <= len(text) <= 140 or not re.search(r"[A-Za-z]{3}", text):
        return ""
    return text[0].lower() + text[1:] if re.match(r"(A|An|The|Some|Two)\s", text) else text
