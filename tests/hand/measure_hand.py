"""Handwritten facts: of lines drawn in hands that the recogniser never saw, how many values are told, how many wrongly.

    measure_hand.py PROBE MODELS [COUNT]
PARAPHE_HAND names the folder of the hands (fonts held out of training), PARAPHE_PRINT and PARAPHE_MNIST as in
pipeline/hand/training/README.md. PROBE is the built hand_probe. For a payee the question is whether "France IT" is said where it
stands and where a name like it stands; for a company, whether its name is said there or one that shares a word with it; for a SIREN,
whether it is said there or one that differs by two figures. A sum is also guessed, to be
held against the same sum written elsewhere: how often the right one is among the guesses, and how often a wrong one.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import cv2
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / 'pipeline/hand/training'))
import lines  # noqa: E402

FIELDS = ['drawn_on', 'amount', 'amount_in_words', 'payee', 'company', 'siren']
SUMS = ['amount', 'amount_in_words']
NEAR_NAMES = ['France TV', 'Frame IT', 'Franck It', 'France Ita', 'Franco IT', 'Finance IT', 'France ID', 'Fiance & Cie', 'Trance IT', 'France Lit']


FIRST = ['Tangram', 'Cobalt', 'Ixeo', 'Sirius', 'Vertigo', 'Mosaïque', 'Opaline', 'Équinoxe', 'Alizé', 'Boréal', 'Kairos', 'Lumen', 'Nova', 'Pixel', 'Octave', 'Zephyr']
SECOND = ['Informatique', 'Ingénierie', 'Conseil', 'Web', 'Data', 'Numérique', 'Services', 'Studio', 'Lab', 'Hébergement', 'Interactive', 'Technologies']


def iso(said):
    words = re.split(r'[\s/.\-]+', said.strip().lower())
    month = lines.MONTHS.index(words[1]) + 1 if words[1] in lines.MONTHS else int(words[1])
    year = int(words[2])
    return f"{year + 2000 if year < 100 else year:04d}-{month:02d}-{1 if words[0] == '1er' else int(words[0]):02d}"


NUMBERS = {lines.in_words(n).replace('-', ' '): n for n in range(1, 10000)}


def number(said):
    plain = re.sub(r'\s*(euros?|€|et zéro centime)', '', said.lower()).replace('-', ' ').strip()
    return str(NUMBERS.get(plain, plain))


def siren(r):
    digits = [int(d) for d in r.integers(0, 10, 8)]
    doubled = [sum(divmod(2 * d, 10)) if i % 2 else d for i, d in enumerate(digits)]
    return digits + [-sum(doubled) % 10]


def valid(digits):
    return sum(sum(divmod(2 * d, 10)) if i % 2 else d for i, d in enumerate(digits)) % 10 == 0


def neighbour(r, digits):
    """Another SIREN, two figures off: no two differ by one."""
    while True:
        other = list(digits)
        for at in r.choice(9, 2, replace=False):
            other[at] = (other[at] + 1 + int(r.integers(9))) % 10
        if valid(other):
            return other


def content(r, field):
    """What is written, and the value that may be told of it."""
    if field == 'siren':
        digits = siren(r)
        thirds = [''.join(map(str, digits[i:i + 3])) for i in (0, 3, 6)]
        said = ['', ' ', '.'][int(r.integers(3))].join(thirds) + (f' {int(r.integers(100)):05d}' if r.random() < 0.4 else '')
        asked = digits if r.random() < 0.5 else neighbour(r, digits)
        spelled = ' '.join(''.join(map(str, asked[i:i + 3])) for i in (0, 3, 6))
        return said, spelled if asked == digits else 'another number', spelled
    if field == 'company':
        first, second = (int(r.integers(len(words))) for words in (FIRST, SECOND))
        said = f'{FIRST[first]} {SECOND[second]}'
        # Asked for as often: the same, another second word, another first one.
        asked = [(first, second), (first, (second + 1 + int(r.integers(len(SECOND) - 1))) % len(SECOND)),
                 ((first + 1 + int(r.integers(len(FIRST) - 1))) % len(FIRST), second)][int(r.integers(3))]
        asked = f'{FIRST[asked[0]]} {SECOND[asked[1]]}'
        return said, asked if said == asked else 'another name', asked
    if field == 'drawn_on':
        said = lines.date(r)
        return said, iso(said)
    if field == 'amount':
        said = lines.figures(r)
        return said, re.match(r'#?(\d+)', said).group(1)
    if field == 'amount_in_words':
        said = lines.amount_words(r)
        return said, number(said)
    said = 'France IT' if r.random() < 0.5 else NEAR_NAMES[int(r.integers(len(NEAR_NAMES)))]
    return said, 'France IT' if said == 'France IT' else 'another name'


def in_its_place(r, line, seed, lead_in):
    """A place of a form is wider than its line; with a lead-in other words stand before the value, higher or lower and of another size."""
    paper = int(np.percentile(line, 75))

    def padded(part, above, below, left, right):
        return cv2.copyMakeBorder(part, above, below, left, right, cv2.BORDER_CONSTANT, value=paper)

    room = padded(line, 12, 12, 20, 60)
    if not lead_in:
        return room
    before, _ = lines.drawn(seed, str(r.choice(['Fait à Nantes, le', 'Caen, le', 'payez à', 'la somme de', 'à l\'ordre de'])))
    before = np.clip(before.astype(float) * paper / np.percentile(before, 75), 0, 255).astype(np.uint8)
    height = max(room.shape[0], before.shape[0]) + int(r.integers(8, 24))
    parts = []
    for part in (before, room):
        above = int(r.integers(0, height - part.shape[0] + 1))
        parts.append(padded(part, above, height - part.shape[0] - above, 0, 0))
    return np.hstack(parts)


def main(probe, models, count):
    with tempfile.TemporaryDirectory() as folder:
        asked, truth = [], []
        for i in range(count):
            r = np.random.default_rng(700_000_000 + i)
            field = FIELDS[i % len(FIELDS)]
            said, value, *asked_for = content(r, field)
            said = said.upper() if r.random() < 0.25 else said
            grey, _ = lines.drawn(800_000_000 + i, said)
            room = in_its_place(r, grey.astype(np.uint8), 900_000_000 + i, lead_in=i % (2 * len(FIELDS)) >= len(FIELDS))
            path = f'{folder}/{i}.pgm'
            cv2.imwrite(path, room)
            asked.append(f"{'name=' + asked_for[0].replace(' ', '_') if asked_for else field} {path}")
            truth.append((field, said, value))
        guessed = [i for i, (field, _, _) in enumerate(truth) if field in SUMS]
        asked += [f'guess={asked[i]}' for i in guessed]
        told = subprocess.run([probe, models], input='\n'.join(asked), text=True, capture_output=True, check=True).stdout.splitlines()
    guesses = [row.split('\t')[0].split(',') for row in told[count:]]
    told = [value if sure == '1' else '-' for value, sure in (row.split('\t') for row in told[:count])]
    for field in FIELDS:
        of = [(t, v, s) for t, (f, s, v) in zip(told, truth) if f == field]
        right = sum(t == v for t, v, _ in of)
        wrong = [(s, t) for t, v, s in of if t not in ('-', v)]
        could = sum(not v.startswith('another') for _, v, _ in of)
        led = sum(t == v for t, v, _ in of[1::2])
        print(f'{field:16} {len(of)} lines: told rightly {right} of {could} (of the half with a lead-in {led}), wrongly {len(wrong)}  {wrong[:12]}')
    for field in SUMS:
        of = [(sums, truth[i][2]) for sums, i in zip(guesses, guessed) if truth[i][0] == field]
        right = sum(value in sums for sums, value in of)
        wrong = sum(any(one not in ('-', value) for one in sums) for sums, value in of)
        print(f'{field:16} guessed: the right sum among the guesses {right} of {len(of)}, a wrong one {wrong}')


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1200)
