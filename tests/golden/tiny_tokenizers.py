"""Small tokenizers as the published ones are built, trained on a few sentences of many languages; for the scripts beside this one."""

import json
import os
import tempfile

import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

from make_wordpiece_golden import SENTENCES

CLIP_WORDS = r"""'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"""


def clip(merges=400):
    """CLIP's: byte-level byte-pair encoding whose words end in </w>."""
    start, end = "<|startoftext|>", "<|endoftext|>"
    words = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(CLIP_WORDS), behavior="removed", invert=True),
                                     pre_tokenizers.ByteLevel(add_prefix_space=False)])
    normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()])
    trained = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    trained.normalizer, trained.pre_tokenizer = normalizer, words
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trained.train_from_iterator(SENTENCES * 3, trainers.BpeTrainer(vocab_size=256 + 256 + merges, initial_alphabet=alphabet,
                                                                  end_of_word_suffix="</w>", show_progress=False))
    pairs = [tuple(pair) if isinstance(pair, list) else tuple(pair.split(" ")) for pair in json.loads(trained.to_str())["model"]["merges"]]
    pieces = alphabet + [c + "</w>" for c in alphabet]
    pieces += [a + b for a, b in pairs if a + b not in pieces]
    vocabulary = {piece: index for index, piece in enumerate(dict.fromkeys(pieces + [start, end]))}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=pairs, continuing_subword_prefix="", end_of_word_suffix="</w>",
                                     fuse_unk=False, unk_token=end))
    tokenizer.normalizer, tokenizer.pre_tokenizer, tokenizer.decoder = normalizer, words, decoders.ByteLevel()
    tokenizer.post_processor = processors.RobertaProcessing(sep=(end, vocabulary[end]), cls=(start, vocabulary[start]),
                                                            add_prefix_space=False, trim_offsets=False)
    tokenizer.add_special_tokens([AddedToken(start, normalized=True), AddedToken(end, normalized=False)])
    return tokenizer


# A few of the rules of NFKC and of SentencePiece's own, so that the table stays small: code points, from and to.
FEW_RULES = [("00A0", "20"), ("3000", "20"), ("9", "20"), ("A", "20"), ("200B", "20"), ("AD", ""), ("FB01", "66 69"), ("2026", "2E 2E 2E"),
             ("65 301", "E9"), ("6F 308", "F6"), ("1E9B 323", "1E69"), ("FF76 FF9E", "30AC")] + [(f"{0xFF01 + i:X}", f"{0x21 + i:X}") for i in range(94)]


def charsmap(rules=None):
    """SentencePiece's compiled table: of its usual rules, or of `rules`."""
    with tempfile.TemporaryDirectory() as folder:
        text, model, table = (os.path.join(folder, name) for name in ("text", "model", "rules.tsv"))
        with open(text, "w", encoding="utf-8") as file:
            file.write("\n".join(SENTENCES))
        how = {"normalization_rule_name": "nmt_nfkc"}
        if rules:
            with open(table, "w", encoding="utf-8") as file:
                file.write("".join(f"{a}\t{b}\n" for a, b in rules))
            how = {"normalization_rule_tsv": table}
        sentencepiece.SentencePieceTrainer.train(input=text, model_prefix=model, model_type="char", vocab_size=2000,
                                                 hard_vocab_limit=False, minloglevel=2, **how)
        proto = sentencepiece_model_pb2.ModelProto()
        with open(model + ".model", "rb") as file:
            proto.ParseFromString(file.read())
        return proto.normalizer_spec.precompiled_charsmap


def unigram_model(sentences, pieces, specials_before, specials_after, normalizer, words):
    trained = Tokenizer(models.Unigram())
    trained.normalizer, trained.pre_tokenizer = normalizer, words
    trained.train_from_iterator(sentences * 3, trainers.UnigramTrainer(vocab_size=pieces, show_progress=False, shrinking_factor=0.5))
    vocabulary = [(text, score) for text, score in json.loads(trained.to_str())["model"]["vocab"] if text != "<unk>"]
    vocabulary = [(text, 0.0) for text in specials_before] + vocabulary + [(text, 0.0) for text in specials_after]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=specials_before.index("<unk>"), byte_fallback=False))
    tokenizer.normalizer, tokenizer.pre_tokenizer = normalizer, words
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


def xlm_roberta(rules=None, sentences=SENTENCES[:30], pieces=1000):
    """XLM-RoBERTa's: SentencePiece's unigram model behind its normalisation."""
    normalizer = normalizers.Sequence([normalizers.Precompiled(charsmap(rules)), normalizers.Strip(left=False, right=True),
                                       normalizers.Replace(Regex(" {2,}"), "\u2581")])
    tokenizer = unigram_model(sentences, pieces, ["<s>", "<pad>", "</s>", "<unk>"], ["<mask>"], normalizer, pre_tokenizers.Metaspace())
    size = tokenizer.get_vocab_size()
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>",
                                                             special_tokens=[("<s>", 0), ("</s>", 2)])
    tokenizer.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", AddedToken("<mask>", lstrip=True, normalized=False)])
    assert tokenizer.get_vocab_size() == size
    return tokenizer


def siglip(sentences, pieces=500):
    """SigLIP's: SentencePiece of small letters without punctuation, an end after every text."""
    normalizer = normalizers.Sequence([normalizers.Lowercase(), normalizers.Replace(Regex(r"""[!"#$%&'()*+,-./:;<=>?@\[\\\]^_`{|}~]"""), ""),
                                       normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()])
    tokenizer = unigram_model(sentences, pieces, ["<pad>", "</s>", "<unk>"], [], normalizer, pre_tokenizers.Metaspace())
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)])
    tokenizer.add_special_tokens(["<pad>", "</s>", "<unk>"])
    return tokenizer


def roberta(sentences, merges=200):
    """RoBERTa's: byte-level byte-pair encoding of words with the blank before them."""
    trained = Tokenizer(models.BPE())
    trained.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    specials = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trained.train_from_iterator(sentences * 3, trainers.BpeTrainer(vocab_size=len(specials) + 256 + merges, special_tokens=specials,
                                                                  initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()), show_progress=False))
    trained.decoder = decoders.ByteLevel()
    trained.post_processor = processors.RobertaProcessing(sep=("</s>", 2), cls=("<s>", 0), trim_offsets=True, add_prefix_space=False)
    return trained


def bert(sentences, pieces=320):
    """BERT's: pieces of words, in small letters without accents."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    tokenizer.pre_tokenizer, tokenizer.decoder = pre_tokenizers.BertPreTokenizer(), decoders.WordPiece()
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator(sentences * 3, trainers.WordPieceTrainer(vocab_size=pieces, special_tokens=specials, show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1",
                                                             special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    return tokenizer
