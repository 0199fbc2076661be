"""Lines of handwriting (and of print) with what they say: what is filled in on forms and cheques. Grey, `HEIGHT` pixels high."""
import functools
import glob
import os
import unicodedata

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

HEIGHT = 40
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789/.-,#€'&:()+ "  # class 0 is the blank of CTC, then these

FIRST = "Marie Jean Hélène Paul Anaïs Karim Sophie Luc Camille Nadia Pierre Chloé Hugo Inès Julien Léa Marc Nora Olivier Zoé Yves Élise Gaëtan Béatrice William Xavier Kévin".split()
LAST = "Martin Bernard Roux Dupont Lefèvre Moreau Garnier Fabre Pons Rey Blanc Chevalier Nguyen Haddad Kovacs Weber Girard Quentin Joly Vasseur Marchetti Oudin Ferreira Zeller".split()
TOWNS = "Paris Lyon Nantes Bordeaux Lille Rennes Toulouse Grenoble Angoulême Besançon Niort Bourges Tours Pau Metz Dijon Reims Quimper Aix-en-Provence Clermont-Ferrand Saint-Étienne Le Mans Villeurbanne Roubaix".split()
SHOPS = "Data Web Conseil Studio Atelier Numérique Services Systèmes Digital Réseaux Logiciels Solutions Tech Groupe Agence Lab Informatique Ingénierie France IT Énergie Médias Cloud Habitat Transports".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
LABELS = ["le", "Le", "à", "Fait à", "Date :", "le :", "à l'ordre de", "€", "Euros", "Signature", "n°", "Lieu :", "Payez", "Nom :", "Société :", "SIREN :", "Lettre du"]
UNITS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split()
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def folded(text):
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("’", "'").replace("–", "-").replace("°", "o"))
    return "".join(c for c in plain if c in ALPHABET)


def under_hundred(n):
    if n < 20:
        return UNITS[n]
    ten = 60 if n in range(60, 80) else 80 if n >= 80 else n // 10 * 10
    rest = n - ten
    if rest == 0:
        return TENS[ten] + ("s" if ten == 80 else "")
    return TENS[ten] + (" et " if rest in (1, 11) and ten != 80 else "-") + UNITS[rest]


def in_words(n):
    out = []
    if n >= 1000:
        out.append("mille" if n < 2000 else UNITS[n // 1000] + " mille")
        n %= 1000
    if n >= 100:
        out.append(("" if n < 200 else UNITS[n // 100] + " ") + ("cents" if n % 100 == 0 and n >= 200 else "cent"))
        n %= 100
    if n or not out:
        out.append(under_hundred(n))
    return " ".join(out)


def pick(r, items):
    return items[int(r.integers(len(items)))]


def date(r):
    day, month, year = int(r.integers(1, 32)), int(r.integers(1, 13)), int(r.integers(2008, 2036))
    if r.random() < 0.3:
        return f"{'1er' if day == 1 and r.random() < 0.7 else day} {pick(r, MONTHS)} {year}"
    mark = pick(r, ["/", "/", ".", "-", " ", " / ", "- "])
    pad = "02d" if r.random() < 0.8 else "d"
    return f"{day:{pad}}{mark}{month:{pad}}{mark}{year if r.random() < 0.65 else f'{year % 100:02d}'}"


def figures(r):
    n = int(pick(r, [pick(r, [400, 100, 40, 4000, 600, 900, 490, 480, 440, 410, 700, 200]), r.integers(1, 1000), r.integers(100, 1000), r.integers(1, 100) * 10, r.integers(1000, 10000)]))
    text = pick(r, ["{}", "{},00", "{},00", "{}.00", "{} €", "{},00 €", "#{}#", "#{},00#", "#{},00", "{}€", "= {} ="]).format(n)
    return text.replace("=", "").strip()


def amount_words(r):
    n = int(pick(r, [pick(r, [400, 400, 40, 24, 100, 410, 1400, 500, 480, 700, 4000]), r.integers(1, 1000), r.integers(1, 20) * 100, r.integers(1, 10000)]))
    text = in_words(n)
    if r.random() < 0.2:
        text = text.replace(" ", "-")
    return text + pick(r, ["", " euros", " euros", " Euros", " €", " euros et zéro centime"])


def name(r):
    kind = int(r.integers(5))
    if kind == 0:
        return f"{pick(r, FIRST)} {pick(r, LAST)}"
    if kind == 1:
        return " ".join(pick(r, SHOPS) for _ in range(int(r.integers(1, 4))))
    if kind == 2:
        return pick(r, TOWNS)
    if kind == 3:
        return pick(r, ["France IT", "FRANCE IT", "Association France IT", "France T.I.", "Frame IT", "France Télécom", "Fiance & Cie", "Franck It", "Franco IT", "France Lit"])
    letters = "aeiourstnlmdpcvbfghqjxzkwy"
    return "".join(pick(r, letters) for _ in range(int(r.integers(3, 11)))).title()


def number(r):
    if r.random() < 0.5:
        return " ".join(f"{int(r.integers(1000)):03d}" for _ in range(3))
    return "".join(str(int(r.integers(10))) for _ in range(int(r.integers(1, 15))))


def misspelt(r, said):
    """One letter exchanged, added or left out: what is read must be seen, not guessed from what is usual."""
    places = [i for i, c in enumerate(said) if c.isalpha()]
    if not places:
        return said
    i, kind, letter = pick(r, places), int(r.integers(3)), pick(r, "aeiourstnlmdpcvbfghqjxzkwy")
    letter = letter.upper() if said[i].isupper() else letter
    return said[:i] + (letter, letter + said[i], "")[kind] + said[i + 1:]


def text(r):
    kind = r.choice(["date", "place", "figures", "words", "name", "number"], p=[0.38, 0.08, 0.17, 0.17, 0.14, 0.06])
    if kind == "place":
        return f"{pick(r, TOWNS)}{pick(r, [', le ', ' le ', '  '])}{date(r)}"
    said = {"date": date, "figures": figures, "words": amount_words, "name": name, "number": number}[kind](r)
    if r.random() < {"name": 0.4, "words": 0.15}.get(kind, 0):
        said = misspelt(r, said)
    case = r.random()
    return said.upper() if case < 0.25 else said.capitalize() if case < 0.4 else said


@functools.lru_cache(None)
def fonts(kind):
    """Files of PARAPHE_HAND or PARAPHE_PRINT (folders, colon separated)."""
    files = []
    for folder in os.environ["PARAPHE_" + kind.upper()].split(":"):
        for end in ("ttf", "otf", "woff"):
            files += glob.glob(f"{folder}/**/*.{end}", recursive=True)
    return sorted(files)


@functools.lru_cache(600)
def load(path, size):
    return ImageFont.truetype(path, size)


@functools.lru_cache(None)
def has(path, sign):
    """Does the font draw the sign, and not its box for missing ones?"""
    font = load(path, 40)
    try:
        return font.getmask(sign).getbbox() is not None and bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))
    except (OSError, ValueError):
        return False


@functools.lru_cache(None)
def digits():
    """MNIST: grey pictures of real people's digits by value; the folder is PARAPHE_MNIST."""
    folder = os.environ["PARAPHE_MNIST"]
    labels = np.fromfile(f"{folder}/train-labels-idx1-ubyte", np.uint8)[8:]
    pictures = np.fromfile(f"{folder}/train-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 28, 28)
    return [pictures[labels == d] for d in range(10)]


def drawable(path, said):
    plain = "".join(c if c == " " or has(path, c) else unicodedata.normalize("NFKD", c)[0] for c in said)
    return plain if all(c == " " or has(path, c) for c in plain) else None


def set_in_font(r, path, said, size, hand):
    """Coverage of a line drawn sign by sign, as a hand wanders, or in one go."""
    font = load(path, size)
    width = int(font.getlength(said) * 1.4) + 3 * size
    picture = Image.new("L", (width, 3 * size))
    draw = ImageDraw.Draw(picture)
    if not hand or r.random() < 0.25:
        draw.text((size, size), said, 255, font)
    else:
        x, spacing, wander, climb = float(size), r.normal(0, 0.03) * size, r.uniform(0, 0.04) * size, r.normal(0, 0.02)
        for i, c in enumerate(said):
            draw.text((x, size + r.normal(0, wander) + climb * (x - size)), c, 255, font)
            following = said[i:i + 2]
            x += font.getlength(following) - font.getlength(following[1:]) + spacing + abs(r.normal(0, wander)) * (c == " ")
    return np.array(picture)


def set_in_digits(r, said, size):
    """Digits of real people side by side, with strokes for the marks between them."""
    tiles = []
    for c in said:
        tile = np.zeros((int(size * 1.5), size), np.uint8)
        if c.isdigit():
            n = pick(r, digits()[int(c)])
            rows, columns = np.where(n > 60)
            n = n[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
            h = int(size * r.uniform(0.85, 1.1))
            n = cv2.resize(n, (max(3, int(n.shape[1] * h / n.shape[0] * r.uniform(0.8, 1.05))), h), interpolation=cv2.INTER_CUBIC)
            n = cv2.GaussianBlur(n, (0, 0), size / 28)
            n = np.clip((n.astype(np.float32) - 90) * r.uniform(2, 5), 0, 255).astype(np.uint8)
            tile = np.zeros((int(size * 1.5), n.shape[1]), np.uint8)
            top = int(size * 0.2 + r.uniform(-0.05, 0.05) * size)
            tile[top:top + h] = n[:tile.shape[0] - top]
        else:
            w = int(size * {"/": 0.5, "-": 0.45, " ": 0.4}.get(c, 0.2))
            tile = np.zeros((int(size * 1.5), max(4, w)), np.uint8)
            pen = max(1, int(size / r.uniform(9, 16)))
            if c == "/":
                cv2.line(tile, (int(w * 0.85), int(size * r.uniform(0.1, 0.25))), (int(w * 0.1), int(size * r.uniform(1.15, 1.35))), 255, pen, cv2.LINE_AA)
            elif c == "-":
                cv2.line(tile, (int(w * 0.1), int(size * 0.75)), (int(w * 0.9), int(size * r.uniform(0.65, 0.8))), 255, pen, cv2.LINE_AA)
            elif c == ".":
                cv2.circle(tile, (w // 2, int(size * 1.12)), max(1, pen // 2 + 1), 255, -1, cv2.LINE_AA)
            elif c == ",":
                cv2.line(tile, (int(w * 0.7), int(size * 1.08)), (int(w * 0.2), int(size * 1.3)), 255, pen, cv2.LINE_AA)
        gap = np.zeros((int(size * 1.5), max(1, int(size * r.uniform(0.02, 0.22)))), np.uint8)
        tiles += [tile, gap]
    body = np.hstack(tiles)
    return cv2.copyMakeBorder(body, size // 2, size // 2, size // 2, size // 2, cv2.BORDER_CONSTANT)


def bent(r, cover):
    """A slant, a turn and a wave."""
    h, w = cover.shape
    slant, turn = r.normal(0, 0.12), r.normal(0, 0.012)
    xs, ys = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
    wave = r.uniform(0, 0.02) * h * np.sin(xs / (h * r.uniform(0.8, 3)) + r.uniform(0, 6)).astype(np.float32)
    return cv2.remap(cover, xs + np.float32(slant) * (ys - h / 2), ys + np.float32(turn) * (xs - w / 2) + wave, cv2.INTER_LINEAR)


def trimmed(cover):
    rows, columns = np.where(cover.max(1) > 40)[0], np.where(cover.max(0) > 40)[0]
    if not len(rows) or not len(columns):
        return None
    return cover[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]


def thickened(r, cover, size):
    k = r.random()
    if k < 0.3:
        n = max(2, int(size / 22))
        return cv2.dilate(cover, np.ones((n, n), np.uint8))
    if k < 0.36 and size > 36:
        return cv2.erode(cover, np.ones((2, 2), np.uint8))
    return cover


def written(r, size, wanted=None):
    """Coverage of what is filled in, and what it says; `wanted` when that is given."""
    for _ in range(20):
        said = wanted or text(r)
        if r.random() < 0.3 and all(c in "0123456789/.-, " for c in said):
            cover = set_in_digits(r, said, size)
        else:
            path = pick(r, fonts("hand" if r.random() < 0.85 else "print"))
            plain = drawable(path, said)
            if plain is None:
                continue
            try:
                cover = set_in_font(r, path, plain, size, path in fonts("hand"))
            except OSError:
                continue
        cover = trimmed(thickened(r, bent(r, cover), size))
        if cover is not None and cover.shape[0] > 6 and cover.shape[1] > 4:
            return cover, folded(said)
    raise RuntimeError("no font draws these lines")


def label(r, size):
    """A printed label beside it, or nothing when the font does not draw it."""
    said = pick(r, LABELS)
    path = pick(r, fonts("print"))
    if any(c != " " and not has(path, c) for c in said):
        return None
    cover = trimmed(set_in_font(r, path, said, max(8, int(size * r.uniform(0.35, 0.8))), False))
    return None if cover is None else (cover, folded(said))


def onto(paper, cover, x, y, shade):
    """Lays ink of that shade (0 black) on the paper; what falls outside is cut off."""
    h, w = paper.shape
    x0, y0, x1, y1 = max(0, x), max(0, y), min(w, x + cover.shape[1]), min(h, y + cover.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    part = cover[y0 - y:y1 - y, x0 - x:x1 - x].astype(np.float32) / 255
    paper[y0:y1, x0:x1] = paper[y0:y1, x0:x1] * (1 - part) + np.minimum(paper[y0:y1, x0:x1], shade) * part


def ruled(r, paper, base, shade):
    """A line to write on: solid, dotted or dashed; or the frame of a cell."""
    kind, pen = r.random(), 1 + int(r.integers(2))
    w = paper.shape[1]
    if kind < 0.45:
        cv2.line(paper, (0, base), (w, base + int(r.normal(0, 1))), shade, pen)
    elif kind < 0.8:
        step = int(r.integers(4, 12))
        for x in range(int(r.integers(step)), w, step):
            cv2.line(paper, (x, base), (x + (0 if kind < 0.65 else step // 2), base), shade, pen)
    else:
        cv2.rectangle(paper, (int(r.integers(-9, 4)), int(r.integers(-9, 4))), (w + int(r.integers(-4, 9)), paper.shape[0] + int(r.integers(-4, 9))), shade, pen)


def damaged(r, grey):
    g = grey
    if r.random() < 0.3:
        g = g * cv2.resize(r.uniform(0.75, 1, (1, 4)).astype(np.float32), (g.shape[1], g.shape[0]), interpolation=cv2.INTER_CUBIC)
    g = cv2.GaussianBlur(g, (0, 0), r.uniform(0.2, 1.3))
    g = np.clip(g + r.standard_normal(g.shape, np.float32) * r.uniform(0, 10), 0, 255)
    kind = r.random()
    if kind < 0.22:
        level = r.uniform(0.35, 0.8)
        g = np.where(g < g.min() + level * (np.percentile(g, 90) - g.min()), 0, 255).astype(np.float32)
        if r.random() < 0.3:  # a fax drops every second row
            g = cv2.resize(cv2.resize(g, (g.shape[1], max(8, g.shape[0] // 2)), interpolation=cv2.INTER_NEAREST), (g.shape[1], g.shape[0]), interpolation=cv2.INTER_NEAREST)
    elif kind < 0.7:
        g = cv2.imdecode(cv2.imencode(".jpg", g.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(r.integers(25, 95))])[1], cv2.IMREAD_GRAYSCALE)
    return g


def levelled(grey):
    """Paper 1, the darkest ink 0: what the recogniser is given, here and in use."""
    g = grey.astype(np.float32)
    low, high = np.percentile(g, 1), np.percentile(g, 85)
    return np.clip((g - low) / max(high - low, 24), 0, 1)


def drawn(seed, wanted=None):
    """One line as a scanner sees it (grey), and what it says, a label beside it included."""
    r = np.random.default_rng(seed)
    size = int(r.integers(18, 60))
    cover, said = written(r, size, wanted)
    h, w = cover.shape
    above, below = int(h * r.uniform(-0.02, 0.45)), int(h * r.uniform(-0.02, 0.45))
    left, right = int(h * r.uniform(0, 0.6)), int(h * r.uniform(0, 0.8))
    before = label(r, size) if r.random() < 0.35 else None
    after = label(r, size) if r.random() < 0.12 else None
    gap = int(size * r.uniform(0.2, 0.8))
    lead = before[0].shape[1] + gap if before else 0
    tail = after[0].shape[1] + gap if after else 0
    paper_shade = r.uniform(190, 255)
    ink, print_shade = r.uniform(0, 0.62) * paper_shade, r.uniform(0, 0.5) * paper_shade
    paper = np.full((max(8, h + above + below), left + lead + w + tail + right), paper_shade, np.float32)
    if r.random() < 0.15:  # a security print
        for y in range(0, paper.shape[0], int(r.integers(3, 9))):
            cv2.line(paper, (0, y), (paper.shape[1], y + int(r.normal(0, 3))), paper_shade - r.uniform(3, 25), 1)
    base = above + int(h * r.uniform(0.7, 1.05))
    if r.random() < 0.45:
        ruled(r, paper, base, print_shade)
    onto(paper, cover, left + lead, above, ink)
    for it, x in ((before, left), (after, left + lead + w + gap)):
        if it:
            onto(paper, it[0], x, base - it[0].shape[0] + int(r.normal(0, 0.08) * h), print_shade)
    if r.random() < 0.2:  # a neighbour line's feet or heads
        other, _ = written(r, size)
        onto(paper, other, int(r.uniform(0, paper.shape[1])), int(paper.shape[0] - r.uniform(0, 0.2) * h) if r.random() < 0.5 else int(-other.shape[0] + r.uniform(0, 0.2) * h), ink)
    words = " ".join(t for t in (before and before[1], said, after and after[1]) if t)
    return damaged(r, paper), " ".join(words.split())


def line(seed):
    """One line: its picture (HEIGHT x width, 0 ink to 1 paper) and what it says."""
    g, words = drawn(seed)
    width = int(np.clip(g.shape[1] * HEIGHT / g.shape[0], 16, 720))
    g = cv2.resize(g, (width, HEIGHT), interpolation=cv2.INTER_AREA if g.shape[0] > HEIGHT else cv2.INTER_LINEAR)
    return levelled(g), words


if __name__ == "__main__":
    import sys
    rows = []
    for i in range(int(sys.argv[2]), int(sys.argv[2]) + 40):
        picture, said = line(i)
        print(i, picture.shape, said)
        tile = np.ones((HEIGHT + 4, 724), np.float32)
        tile[2:2 + HEIGHT, :picture.shape[1]] = picture
        rows.append(tile)
    cv2.imwrite(sys.argv[1], np.hstack([np.vstack(rows[:20]), np.vstack(rows[20:])]) * 255)
