"""The words that Paraphe, tesseract, OCRmyPDF and a born-digital page say, and how far they are from each other."""
import collections
import dataclasses
import re
import sqlite3
import subprocess
import unicodedata
import zlib

LENGTH_DIGITS = 8  # before each answer in Paraphe's cache (pipeline/reader/client.cpp)
READ_PAGE, READING, NUMBER, WORDS, TEXT = 4, 1, 1, 7, 1  # of Answer, ReadPageAnswer, PageReading, Word (pipeline/record/record.proto)


def split(text):
    """Words as they are compared: letters and digits, case and accents kept; punctuation parts them."""
    return re.findall(r'[^\W_]+', unicodedata.normalize('NFKC', text))


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value, shift, at = value | (byte & 127) << shift, shift + 7, at + 1
        if byte < 128:
            return value, at


def fields(message):
    """A protobuf message -> [(field, number or bytes)]."""
    at, found = 0, []
    while at < len(message):
        key, at = varint(message, at)
        kind = key & 7
        if kind == 0:
            value, at = varint(message, at)
        elif kind == 2:
            size, at = varint(message, at)
            value, at = message[at:at + size], at + size
        else:
            size = {1: 8, 5: 4}[kind]
            value, at = message[at:at + size], at + size
        found.append((key >> 3, value))
    return found


def parts(message, field):
    return [value for number, value in fields(message) if number == field]


def words_in_answer(answer):
    """An answer of Paraphe's cache -> {page: words}; empty unless it is a page read."""
    pages = {}
    for read in parts(answer[LENGTH_DIGITS:LENGTH_DIGITS + int(answer[:LENGTH_DIGITS])], READ_PAGE):
        for reading in parts(read, READING):
            text = ' '.join(b' '.join(parts(word, TEXT)).decode() for word in parts(reading, WORDS))
            pages[parts(reading, NUMBER)[0]] = split(text)
    return pages


def pages_in_cache(path, in_answer):
    """{page: what `in_answer` says of it} of a cache into which one file was read."""
    pages = {}
    base = sqlite3.connect(path)
    try:
        for (packed,) in base.execute('SELECT packed FROM answer'):
            pages.update(in_answer(zlib.decompress(packed)))
    finally:
        base.close()
    return pages


def words_in_cache(path):
    """{page: words} of a cache into which one file was read."""
    return pages_in_cache(path, words_in_answer)


def words_in_pdf(path, page):
    return split(subprocess.run(['pdftotext', '-layout', '-f', str(page), '-l', str(page), path, '-'], check=True, capture_output=True).stdout.decode(errors='replace'))


def edits(one, other):
    """Levenshtein's distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@dataclasses.dataclass
class Score:
    true: int = 0      # words printed
    said: int = 0      # words read
    right: int = 0     # words read as they are printed
    letters: int = 0   # printed
    wrong: int = 0     # letters to change, add or take away

    def __add__(self, other):
        return Score(*(a + b for a, b in zip(dataclasses.astuple(self), dataclasses.astuple(other))))


def compare(true, said):
    """Whatever the order: equal words are paired first, then the nearest ones that share more than half of their letters; what stays
    alone counts letter by letter."""
    left, extra = collections.Counter(true), collections.Counter(said)
    right = left & extra
    left, extra = list((left - right).elements()), list((extra - right).elements())
    near = sorted((edits(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(extra) if abs(len(a) - len(b)) * 2 < max(len(a), len(b)))
    wrong, paired, taken = 0, set(), set()
    for distance, i, j in near:
        if i in paired or j in taken or distance * 2 >= max(len(left[i]), len(extra[j])):
            continue
        paired.add(i)
        taken.add(j)
        wrong += distance
    wrong += sum(len(word) for i, word in enumerate(left) if i not in paired) + sum(len(word) for j, word in enumerate(extra) if j not in taken)
    return Score(len(true), len(said), right.total(), sum(map(len, true)), wrong)
