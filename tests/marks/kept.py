"""Marks that Paraphe found on pages, from the cache of a check: a page that is no piece shows its marks only there."""
import pathlib
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'bench'))
import words  # noqa: E402

ROTATION, MARKS, KIND, BOX, CONFIDENCE = 2, 11, 1, 2, 3  # of PageReading, Mark (pipeline/record/record.proto)
KINDS = ['signature', 'paraph', 'stamp', 'handwriting', 'digital_signature']


def first(message, field, otherwise):
    return next(iter(words.parts(message, field)), otherwise)


def mark_in(message):
    return {'kind': KINDS[first(message, KIND, 0)], 'box': list(struct.unpack('<4d', first(message, BOX, bytes(32)))), 'confidence': struct.unpack('<d', first(message, CONFIDENCE, bytes(8)))[0]}


def pages_in_answer(answer):
    """An answer of the cache -> {page: (rotation, marks)}; empty unless it is a page read."""
    pages = {}
    for read in words.parts(answer[words.LENGTH_DIGITS:words.LENGTH_DIGITS + int(answer[:words.LENGTH_DIGITS])], words.READ_PAGE):
        for reading in words.parts(read, words.READING):
            pages[first(reading, words.NUMBER, 0)] = first(reading, ROTATION, 0), [mark_in(mark) for mark in words.parts(reading, MARKS)]
    return pages


def pages_in_cache(path):
    """{page: (rotation, marks)} of a cache into which one file was read."""
    return words.pages_in_cache(path, pages_in_answer)
