"""Draws training pages: print, pen, stamps and other traces on layers of their own, then damages them.

usage: generate.py OUT FIRST COUNT    page i depends on i alone (seed 2016 + i)
Each page is OUT/<i>.npz: grey (80 dpi, uint8), bits (80 dpi, uint8: 1 print, 2 pen, 4 stamp, 8 trace, 128 ignore) and
marks (kind, box in pixels at 80 dpi) and places (boxes where a signature belongs, the same)."""
import json
import os
import sys

import cv2
import numpy as np

import damage
import fonts
import hand
import printed
import stamps
import words

MM = hand.MM
PRINT, PEN, STAMP, TRACE, IGNORE = 1, 2, 4, 8, 128
PENS = [((25, 40, 140), 0.38), ((15, 15, 20), 0.34), ((10, 80, 60), 0.05), ((110, 20, 40), 0.03), ((60, 90, 190), 0.1), ((70, 70, 75), 0.1)]
PADS = [((40, 50, 150), 0.34), ((170, 40, 60), 0.22), ((25, 25, 30), 0.2), ((90, 40, 130), 0.1), ((20, 110, 80), 0.08), ((90, 90, 100), 0.06)]


def colour(r, table):
    c = table[r.choice(len(table), p=[w for _, w in table])][0]
    return np.clip(np.array(c) + r.normal(0, 12, 3), 0, 255)


class Page:
    def __init__(self, r):
        self.r = r
        self.sheet = printed.page(r)
        self.rgb = np.array(self.sheet.img)
        h, w = self.rgb.shape[:2]
        grey = self.rgb.min(2)
        ground = cv2.medianBlur(cv2.resize(grey, (w // 8, h // 8), interpolation=cv2.INTER_AREA), 5)
        ground = cv2.resize(ground, (w, h), interpolation=cv2.INTER_LINEAR)
        self.print = ((ground.astype(np.int16) - grey > 45) | (grey < 150)).astype(np.uint8)
        self.pen = np.zeros((h, w), np.uint8)      # number of the mark
        self.stamp = np.zeros((h, w), np.uint8)
        self.trace = np.zeros((h, w), np.uint8)
        self.kinds = {}

    def lay(self, cover, x, y, ink, strength, onto, number):
        """Multiplies a coverage into the page at (x, y); returns False when nothing of it lies on the page."""
        h, w = self.rgb.shape[:2]
        x, y = int(x), int(y)
        x0, y0, x1, y1 = max(0, x), max(0, y), min(w, x + cover.shape[1]), min(h, y + cover.shape[0])
        if x1 - x0 < 3 or y1 - y0 < 3:
            return False
        c = cover[y0 - y:y1 - y, x0 - x:x1 - x].astype(np.float32)[..., None] / 255 * strength
        part = self.rgb[y0:y1, x0:x1].astype(np.float32)
        self.rgb[y0:y1, x0:x1] = (part * (1 - c * (1 - np.asarray(ink, np.float32) / 255))).astype(np.uint8)
        m = onto[y0:y1, x0:x1]
        m[cover[y0 - y:y1 - y, x0 - x:x1 - x] > 70] = number
        return True

    def put_pen(self, kind, cover, x, y, ink, strength):
        n = len(self.kinds) + 1
        if n < 250 and self.lay(cover, x, y, ink, strength, self.pen, n):
            self.kinds[n] = kind

    def put_stamp(self, x, y):
        r = self.r
        c = stamps.stamp(r)
        n = len(self.kinds) + 1
        if n < 250 and self.lay(c, x - c.shape[1] / 2, y - c.shape[0] / 2, colour(r, PADS), r.uniform(0.35, 1), self.stamp, n):
            self.kinds[n] = "stamp"


def strength(r):
    return r.uniform(0.25, 0.55) if r.random() < 0.2 else r.uniform(0.6, 1)


def at_sign_slot(p, slot, ink):
    """Nothing, words, a stamp, a signature, or any of them together."""
    r = p.r
    _, x, y, w, h = slot
    has_words, has_stamp, signed = r.random() < 0.35, r.random() < 0.4, r.random() < 0.58
    if has_words:  # above the place or in its upper part
        p.put_pen("handwriting", hand.beside_signature(r), x + r.uniform(0, 0.3) * w, y + r.uniform(-6, 0.35 * h / MM) * MM, ink, strength(r))
    if has_stamp:
        p.put_stamp(x + r.uniform(0.1, 0.9) * w, y + r.uniform(0.3, 0.7) * h)
    if signed:
        c = hand.signature(r)
        p.put_pen("signature", c, x + r.uniform(-0.1, 0.4) * w, y + h * r.uniform(0.45, 0.75) - c.shape[0] / 2 + r.normal(0, 2) * MM, ink, strength(r))


def fill_field(p, slot, ink, path):
    r = p.r
    _, x, y, w, h = slot
    text = [words.person(r), words.few(r, 1, 4), words.number(r), words.date(r), words.person(r).upper(), "quatre cents euros", "France IT"][r.integers(7)]
    c = hand.glyphs(r, text, h * r.uniform(0.9, 1.4), path, r.uniform(0.4, 1.2))
    c = hand.trimmed(c)
    if c.size < 30:
        return
    c = hand.grain(r, hand.trimmed(hand.bent(r, c, r.uniform(0.2, 0.8))))
    if c.shape[1] > w * 1.1:
        c = c[:, :int(w * 1.1)]
    p.put_pen("handwriting", c, x + r.uniform(0, 4) * MM, y + h - c.shape[0] + r.normal(0, 0.6) * MM, ink, strength(r))


def traces(p, ink):
    """Ticks, crosses, underlines, rings, smudges and highlighter: hand made, but neither sign nor word."""
    r = p.r
    h, w = p.rgb.shape[:2]
    for _ in range(int(r.integers(1, 4))):
        x, y = r.uniform(0.08, 0.9) * w, r.uniform(0.05, 0.95) * h
        kind = r.integers(6)
        width = hand.pen_width(r)
        if kind == 0:
            s = [hand.spline([(0, 0), (1.2, 1.8), (r.uniform(3, 6), -r.uniform(2, 5))])]
        elif kind == 1:
            a = r.uniform(2, 5)
            s = [hand.spline([(0, 0), (a / 2, a / 2 + r.normal(0, 0.2)), (a, a)]), hand.spline([(a, 0), (a / 2, a / 2), (0, a)])]
        elif kind == 2:
            a = r.uniform(15, 80)
            s = [hand.spline([(0, 0), (a / 2, r.normal(0, 0.5)), (a, r.normal(0, 1))])]
        elif kind == 3:
            t = np.linspace(0, 6.6, 50)
            a, b = r.uniform(6, 22), r.uniform(3, 8)
            s = [np.stack([a * np.cos(t) * (1 + 0.02 * t), b * np.sin(t)], 1)]
        elif kind == 4:
            c = cv2.GaussianBlur((r.random((int(r.uniform(3, 14) * MM), int(r.uniform(5, 20) * MM))) * 255).astype(np.uint8), (0, 0), r.uniform(3, 8))
            c = np.clip((c.astype(np.float32) - 125) * r.uniform(5, 20), 0, 255).astype(np.uint8)
            c[:2], c[-2:], c[:, :2], c[:, -2:] = 0, 0, 0, 0
            p.lay(cv2.GaussianBlur(c, (0, 0), 2), x, y, (60, 60, 60), r.uniform(0.1, 0.6), p.trace, 1)
            continue
        else:
            c = np.full((int(r.uniform(3.5, 6) * MM), int(r.uniform(15, 90) * MM)), 255, np.uint8)
            p.lay(c, x, y, [(255, 240, 90), (160, 255, 150), (255, 180, 210)][r.integers(3)], 1.0, p.trace, 0)
            continue
        p.lay(hand.strokes_to_cover(r, s, width), x, y, ink, strength(r), p.trace, 1)


def add_ink(p):
    r = p.r
    h, w = p.rgb.shape[:2]
    ink = colour(r, PENS)
    clean = r.random() < 0.2
    path = fonts.group("hand")[r.integers(len(fonts.group("hand")))]
    by_hand = r.random() < 0.45
    for slot in p.sheet.slots:
        if slot[0] == "sign" and not clean:
            at_sign_slot(p, slot, ink if r.random() < 0.8 else colour(r, PENS))
        elif slot[0] in ("field", "cell") and by_hand and not clean and r.random() < 0.8:
            fill_field(p, slot, ink, path)
        elif slot[0] == "tick" and r.random() < 0.5:
            a = slot[3] / MM
            s = [hand.spline([(0, 0), (a / 2, a / 2), (a, a)]), hand.spline([(a, 0), (a / 2, a / 2), (0, a)])] if r.random() < 0.5 else [hand.spline([(0, a * 0.4), (a * 0.4, a), (a * 1.2, -a * 0.3)])]
            p.lay(hand.strokes_to_cover(r, s, 0.4), slot[1] - MM, slot[2] - MM, ink, strength(r), p.trace, 1)
    if r.random() < 0.22:
        traces(p, ink)
    if clean:
        return
    if r.random() < 0.7:  # paraphs in margins and corners
        for _ in range(int(r.choice([1, 2, 3], p=[0.6, 0.25, 0.15]))):
            c = hand.paraph(r)
            where = r.integers(5)
            x = [r.uniform(0.02, 0.98) * w, r.uniform(0.78, 0.97) * w, r.uniform(0.01, 0.12) * w, r.uniform(0.85, 0.97) * w, r.uniform(0.4, 0.9) * w][where]
            y = [r.uniform(0.9, 0.975) * h, r.uniform(0.85, 0.97) * h, r.uniform(0.1, 0.95) * h, r.uniform(0.03, 0.9) * h, r.uniform(0.02, 0.1) * h][where]
            p.put_pen("paraph", c, x - c.shape[1] / 2, y - c.shape[0] / 2, ink if r.random() < 0.7 else colour(r, PENS), strength(r))
    for _ in range(int(r.choice([0, 1, 2], p=[0.62, 0.28, 0.1]))):  # anywhere, over text or not
        c = hand.signature(r)
        p.put_pen("signature", c, r.uniform(0, 0.75) * w, r.uniform(0.1, 0.9) * h, ink, strength(r))
    if r.random() < 0.28:
        p.put_stamp(r.uniform(0.08, 0.92) * w, r.uniform(0.05, 0.95) * h)
    if r.random() < 0.15:
        for _ in range(int(r.integers(1, 4))):
            p.put_pen("handwriting", hand.phrase(r), r.uniform(0.02, 0.7) * w, r.uniform(0.05, 0.95) * h, ink, strength(r))


def boxes(numbers, kinds, visible):
    out = []
    for n in np.unique(numbers):
        if n == 0:
            continue
        ys, xs = np.where((numbers == n) & visible)
        if len(ys) >= 4:
            out.append((kinds[int(n)], int(xs.min()), int(ys.min()), int(np.ptp(xs)) + 1, int(np.ptp(ys)) + 1))
    return out


def halved(a):
    h, w = a.shape[0] // 2 * 2, a.shape[1] // 2 * 2
    return a[:h, :w].reshape(h // 2, 2, w // 2, 2).max((1, 3))


def draw(index):
    r = np.random.default_rng(2016 + index)
    p = Page(r)
    add_ink(p)
    kind, grey, truth = damage.damaged(r, p.rgb, [p.print, p.pen, p.stamp, p.trace])
    h, w = grey.shape[0] // 2 * 2, grey.shape[1] // 2 * 2
    grey = cv2.resize(grey[:h, :w], (w // 2, h // 2), interpolation=cv2.INTER_AREA)
    pr, pen, st, tr = [halved(t) for t in truth]
    # Ink that the damage has wiped out is neither right nor wrong.
    paper = cv2.dilate(grey, np.ones((9, 9), np.uint8))
    dark = cv2.dilate((paper.astype(np.int16) - grey > 14).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    bits = (pr > 0) * PRINT + (pen > 0) * PEN + (st > 0) * STAMP + (tr > 0) * TRACE
    bits = bits.astype(np.uint8)
    bits[((pen > 0) | (st > 0)) & ~dark] |= IGNORE
    y0 = 0
    if getattr(p.sheet, "cheque", False) and r.random() < 0.6:  # delivered by itself
        ys = np.where(bits.any(1))[0]
        y0, y1 = max(0, ys.min() - int(r.integers(0, 20))), min(grey.shape[0], ys.max() + int(r.integers(2, 20)))
        grey, bits, pen, st, dark = grey[y0:y1], bits[y0:y1], pen[y0:y1], st[y0:y1], dark[y0:y1]
    marks = boxes(pen, p.kinds, dark) + boxes(st, p.kinds, dark)
    places = [(x / 2, y / 2 - y0, w / 2, h / 2) for what, x, y, w, h in p.sheet.slots if what == "sign"]
    return kind, grey, bits, marks, places


def main():
    out, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.makedirs(out, exist_ok=True)
    cv2.setNumThreads(1)
    for i in range(first, first + count):
        name = os.path.join(out, "%06d.npz" % i)
        if os.path.exists(name):
            continue
        kind, grey, bits, marks, places = draw(i)
        with open(name + ".part", "wb") as f:
            np.savez(f, grey=grey, bits=bits, marks=json.dumps({"kind": kind, "marks": marks, "places": places}))
        os.rename(name + ".part", name)


if __name__ == "__main__":
    main()
