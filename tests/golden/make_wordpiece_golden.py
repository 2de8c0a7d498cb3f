"""Writes wordpiece.json.z: 10,000 lines of many scripts with their ids from the `tokenizers` package.

    python tests/golden/make_wordpiece_golden.py .deps/models/minilm-l6/tokenizer.json

needs packaging/requirements-golden.txt. Characters are drawn from those assigned in the Unicode version of Python's unicodedata
(14.0 in Python 3.11): the package's lower-casing knows characters assigned later than ICU 72 does.
The file is a 32-bit big-endian length and zlib data (Qt's qUncompress reads it) of {"lines": [...], "ids": [[...]]}.
"""

import json
import pathlib
import random
import struct
import sys
import unicodedata
import zlib

from tokenizers import Tokenizer

LINES = 10_000

SENTENCES = """
A red apple lies on an old wooden table, isn't it nice?
Ein großes Flugzeug fliegt über die Dächer von Köln; 23,5 °C!
Où est passé l'œuf de Noël ? « Là-bas », dit-elle.
El niño pequeño comió piñones mañana por la mañana. ¿Verdad? ¡Sí!
Þórður á Ísafirði sá æðarfugl og öðuskel.
Zażółć gęślą jaźń, a potem chrząszcz brzmi w trzcinie.
Příliš žluťoučký kůň úpěl ďábelské ódy.
Árvíztűrő tükörfúrógép és egy kutya.
Pijamalı hasta yağız şoföre çabucak güvendi. İstanbul'da ışık, IRMAK.
Tiếng Việt có nhiều dấu: phở, bún chả, nước mắm, Nguyễn Huệ.
Ξεσκεπάζω την ψυχοφθόρα βδελυγμία. ΟΔΥΣΣΕΥΣ, ὁ ἄνθρωπος ᾧ.
Съешь же ещё этих мягких французских булок, да выпей чаю. ЁЛКА
Жебракують філософи при ґанку церкви в Гадячі, ще й шатро їхнє п'яне знаємо.
Ђачић љубазно фењерџију чађавог пита ћошак.
Թաքուն կատու, մի խնձոր և գիրք։
ქართული ენა: ვეფხისტყაოსანი. ᲥᲐᲠᲗᲣᲚᲘ
עטלף אבק נס דרך מזגן שהתפוצץ, שָׁלוֹם עוֹלָם׃
صِف خَلقَ خَودِ كَمِثلِ الشَمسِ، هل هذا كتاب؟ ١٢٣
یک سیب سرخ روی میز است؛ می‌خواهم.
ہر شخص کو آزادی ہے۔
ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण। हिन्दी क्षत्रिय ज़मीन
আমি বাংলায় গান গাই। কড়ি ঘোড়া য়
ਇੱਕ ਲਾਲ ਸੇਬ ਮੇਜ਼ ਉੱਤੇ ਹੈ।
એક લાલ સફરજન ટેબલ પર છે.
ஒரு சிவப்பு ஆப்பிள் மேசையில் உள்ளது. கொடு நௌ
ఒక ఎర్రని ఆపిల్ బల్ల మీద ఉంది.
ಒಂದು ಕೆಂಪು ಸೇಬು ಮೇಜಿನ ಮೇಲಿದೆ. ಕೊ
ഒരു ചുവന്ന ആപ്പിൾ മേശപ്പുറത്തുണ്ട്. കൊ
රතු ඇපල් ගෙඩියක් මේසය මත ඇත. කෝ
เป็นมนุษย์สุดประเสริฐเลิศคุณค่า น้ำ ๑๒๓ ฿
ໝາກແອັບເປິ້ນສີແດງຢູ່ເທິງໂຕະ
ចន្លោះ ផ្លែប៉ោមក្រហមនៅលើតុ។
ပန်းသီးနီနီတစ်လုံး စားပွဲပေါ်မှာ ရှိတယ်။
བོད་ཡིག་གི་སྐད། ཀྵ གྷ
ቀይ ፖም በጠረጴዛ ላይ ነው። ፩፪፫
ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ꭰꭱꭲ
ᐃᓄᒃᑎᑐᑦ ᐊᒻᒪᓗ
ᚠᚢᚦᚨᚱᚲ᛫ᚷᚹ
いろはにほへと ちりぬるを。ガギグゲゴ ｶﾞｷﾞｸﾞ ぱぴぷ
吾輩は猫である。名前はまだ無い。「東京」へ行く〜
汉字简体与繁體字混排，苹果在桌子上！《红楼梦》
다람쥐 헌 쳇바퀴에 타고파. 각 값 뷁 ㄱㄴㄷ
Монгол хэл ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ᠃
ⵜⴰⵎⴰⵣⵉⵖⵜ ߒߞߏ ꦗꦮ ᬩᬮᬶ ᜆᜎᜓ ᱥᱟᱱᱛᱟᱲᱤ
𐐔𐐯𐑅𐐨𐑉𐐯𐐻 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𝒜𝟘𝟙 𞤀𞤁𞤂 𐎀𐎁 𒀀𒀁 𓀀𓀁
👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ☀️ 1️⃣ 🇩🇪🇯🇵 ❤️‍🔥 😀😃
""".split("\n")[1:-1]

PARTICULAR = [
    "", " ", "\t\n\r\x0b\x0c", "a\x00b", "a\ufffdb", "\u200b\u200c\u200d\u2060\ufeff", "zero\u200bwidth soft\u00adhyphen",
    "\u00a0\u1680\u2000\u2003\u2028\u2029\u202f\u205f\u3000x", "a\x85b\x7fc\x1bd", "\u202eright to left\u202c",
    "[SEP]", "x[SEP]y", "[MASK]", "a [MASK] b", "[CLS][SEP][PAD][UNK][MASK]", "[sep]", "[ SEP ]", "[SE\u0301P]", "[[SEP]]", "[SEP",
    "SEP]", "[MASK][", "[unused5]", "##ing", "a##b", "e\u0301[SEP]\u0301e", "\u0301[MASK]\u0323",
    "a\u0301\u0323\u0300 a\u0323\u0301", "\u0301", "\u0301\u0302\u0303", "\u212b\u212a\u2126", "\u0344\u0374\u037e\u0387\u1fef",
    "\ufb01 \ufb03 \u0132 \u01c4 \u01c5 \u1e9e \u0149 \u1f88 \u1fbc", "\u0130\u0131I\u0307i\u0307", "\u03a3\u03c2\u03c3 \u039f\u0394\u039f\u03a3",
    "\uf900\ufa0e\ufa11\U0002f800\U0002a6d6\U0002b81d\U0002b820\U0002ceaf\U0002ceb0\U00030000", "\u3400\u4dbf\u4dc0\u4e00\u9fff\ua000",
    "\uac00\ud7a3\u1100\u1161\u11a8", "\u1734x\u1885x\u1886x\ua9bdx\u166dx\U000111c9x", "a\U00011938b\U0001193bc", "a\u08d4\u0301\u1df6\u0323b",
    "a\u1df9\u08d3\U0001e944\u0305\u1ab0\u1abfb", "\u302e\u302f\U0001d165\U0001d16d", "\ue000\uf8ff\U000f0000\U0010fffd", "\ufdd0\uffff\U0001fffe",
    "\u0378\u0379\U000e0fff", "\u2e42\u2e43\u2e44\u2e52 \u2e5d", "\u00b2\u00bd\u2460\u2167\u3007", "$+<=>^`|~ \u00a2\u00a9\u00b1\u20ac\u2200\u2212",
    "\U000e0001\U000e0041", "\u0600\u06dd\u08e2\u110bd", "don't won't I'm", "a_b-c.d/e\\f", "3.14159 1,000,000 0x1F", "http://example.org/?q=a&b=%20#x",
    "me@example.org", "C++ C# .NET", "x" * 99, "x" * 100, "x" * 101, "é" * 100, "é" * 101, "中" * 120, "." * 120, "a" * 5000,
    "supercalifragilisticexpialidocious" * 3, "w\u0301" * 100, "w\u0301" * 101, "\u0301" * 200 + "a",
]


def assigned_blocks():
    """Runs of 128 code points with something assigned in them, without surrogates and private use."""
    blocks = []
    for first in range(0, 0x110000, 128):
        characters = [chr(c) for c in range(first, first + 128) if unicodedata.category(chr(c)) not in ("Cn", "Cs", "Co")]
        if characters:
            blocks.append(characters)
    return blocks


def vocabulary_words(tokenizer):
    words = sorted(tokenizer.get_vocab())
    return [w for w in words if not w.startswith("[")]


def make_line(rng, blocks, words, pieces, latin):
    kind = rng.random()
    if kind < 0.3:  # one script
        block = rng.choice(blocks)
        return " ".join("".join(rng.choices(block, k=rng.randint(1, 6))) for _ in range(rng.randint(1, 5)))
    if kind < 0.55:  # a character between letters: removed, split off or part of the word?
        parts = []
        for _ in range(rng.randint(1, 6)):
            parts.append(rng.choice(latin) + "".join(rng.choices(rng.choice(blocks), k=rng.randint(1, 2))) + rng.choice(latin))
        return " ".join(parts)
    if kind < 0.75:  # words of many languages, shuffled, in other cases and forms
        chosen = rng.choices(words, k=rng.randint(2, 9))
        form = rng.choice(["", "NFC", "NFD", "NFKC", "NFKD"])
        change = rng.choice([str, str.upper, str.lower, str.title, str.swapcase])
        text = change(rng.choice([" ", " ", "  ", "", "-", "\u00a0", "\t"]).join(chosen))
        return unicodedata.normalize(form, text) if form else text
    if kind < 0.9:  # vocabulary entries, glued or not
        chosen = [p.removeprefix("##") if rng.random() < 0.8 else p for p in rng.choices(pieces, k=rng.randint(1, 8))]
        return rng.choice(["", " "]).join(chosen)
    if kind < 0.95:  # marks on letters of any script
        marks = [c for c in (chr(x) for x in range(0x300, 0x370))] + rng.choice(blocks)
        return " ".join("".join(rng.choice(latin) + "".join(rng.choices(marks, k=rng.randint(0, 4))) for _ in range(4)) for _ in range(3))
    special = ["[SEP]", "[CLS]", "[MASK]", "[UNK]", "[PAD]", "[", "]", "SEP", "\u0301", " ", "\x00", "\u200b"]
    return "".join(rng.choice(special + [rng.choice(words)]) for _ in range(rng.randint(2, 8)))


def main():
    tokenizer = Tokenizer.from_file(sys.argv[1])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rng = random.Random(20240311)
    blocks = assigned_blocks()
    words = sorted({word for sentence in SENTENCES for word in sentence.split()})
    pieces = vocabulary_words(tokenizer)
    latin = [p for p in pieces if p.isascii() and p.isalpha() and len(p) < 7]
    lines = PARTICULAR + SENTENCES
    while len(lines) < LINES:
        lines.append(make_line(rng, blocks, words, pieces, latin))
    ids = [tokenizer.encode(line).ids for line in lines]
    text = json.dumps({"lines": lines, "ids": ids}, ensure_ascii=False, separators=(",", ":")).encode()
    out = pathlib.Path(__file__).with_name("wordpiece.json.z")
    out.write_bytes(struct.pack(">I", len(text)) + zlib.compress(text, 9))
    unknown = sum(line.count(100) for line in ids) / sum(map(len, ids))
    print(f"{len(lines)} lines, {sum(map(len, ids))} ids, {unknown:.0%} unknown, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
