"""Print: text, tables, forms, logos, codes, lines. Draws on a PIL colour page at 160 dpi; remembers free places for ink."""
import numpy as np
from PIL import Image, ImageDraw

import fonts
import hand
import words

MM = hand.MM
INKS = [(0, 0, 0)] * 6 + [(30, 30, 30), (60, 60, 60), (20, 30, 90), (110, 110, 110)]


class Sheet:
    def __init__(self, r, width_mm=210, height_mm=297):
        self.r = r
        self.w, self.h = int(width_mm * MM), int(height_mm * MM)
        self.img = Image.new("RGB", (self.w, self.h), (255, 255, 255))
        self.d = ImageDraw.Draw(self.img)
        self.slots = []    # (kind, x, y, w, h) in px: places where a hand is expected
        self.margin = int(r.uniform(14, 28) * MM)
        self.y = int(r.uniform(8, 20) * MM)
        self.font = words.pick(r, fonts.group("print"))
        self.bold = words.pick(r, fonts.group("print"))
        self.size = r.uniform(7.5, 12.5) * hand.DPI / 72
        self.ink = words.pick(r, INKS)

    def text(self, x, y, t, size=None, font=None, ink=None, anchor="la"):
        self.d.text((x, y), t, ink or self.ink, font=fonts.load(font or self.font, size or self.size), anchor=anchor)

    def room(self, need):
        return self.y + need < self.h - 18 * MM


def paragraph(s, lines=None, x=None, width=None):
    r = s.r
    x = s.margin if x is None else x
    width = s.w - 2 * s.margin if width is None else width
    f = fonts.load(s.font, s.size)
    lead = s.size * r.uniform(1.15, 1.6)
    for i in range(lines or int(r.integers(2, 8))):
        if not s.room(lead):
            return
        t = words.sentence(r, int(r.integers(8, 16)))
        while f.getlength(t) > width and " " in t:
            t = t.rsplit(" ", 1)[0]
        s.text(x, s.y, t)
        s.y += lead
    s.y += lead * r.uniform(0.3, 1)


def title(s):
    r = s.r
    size = s.size * r.uniform(1.2, 2.4)
    t = words.few(r, 2, 5)
    t = t.upper() if r.random() < 0.5 else t.capitalize()
    f = words.pick(r, fonts.group("script")) if r.random() < 0.07 else s.bold
    s.text(s.w / 2 if r.random() < 0.5 else s.margin + 4 * size, s.y, t, size, f, anchor="ma")
    s.y += size * 1.8


def logo(s, x, y, size):
    """Coloured shapes with a word; sometimes set in script letters, sometimes an icon or a printed seal."""
    r, d = s.r, s.d
    c = tuple(int(v) for v in r.integers(0, 190, 3))
    kind = r.integers(8)
    if kind == 0:
        d.ellipse([x, y, x + size, y + size], fill=c)
    elif kind == 1:
        d.polygon([(x + size * np.cos(a) / 2 + size / 2, y + size * np.sin(a) / 2 + size / 2) for a in np.linspace(0, 2 * np.pi, int(r.integers(3, 9)))[:-1]], fill=c)
    elif kind == 2:
        for i in range(int(r.integers(3, 6))):
            hh = size * r.uniform(0.3, 1)
            d.rectangle([x + i * size / 5, y + size - hh, x + (i + 0.7) * size / 5, y + size], fill=c)
    elif kind == 3:
        d.ellipse([x, y, x + size, y + size], outline=c, width=int(size / 12) + 1)
        d.text((x + size / 2, y + size / 2), words.pick(r, words.W)[:3].upper(), c, font=fonts.load(s.bold, size * 0.4), anchor="mm")
    elif kind == 4 and fonts.group("icons"):
        d.text((x, y), chr(0xF000 + int(r.integers(0x10, 0x200))), c, font=fonts.load(fonts.group("icons")[0], size))
    elif kind == 5 and len(fonts.group("icons")) > 1:
        d.text((x, y), chr(int(r.integers(0x1F300, 0x1F5FF))), c, font=fonts.load(fonts.group("icons")[1], size))
    elif kind == 6:
        p = hand.spline([(x + r.uniform(0, 1.6) * size, y + r.uniform(0, 1) * size) for _ in range(5)])
        d.line([tuple(q) for q in p], c, int(size / r.uniform(6, 14)) + 1)
    else:
        for i in range(3):
            d.arc([x + i * size / 4, y, x + size + i * size / 4, y + size], 200, 340, c, int(size / 10) + 1)
    if r.random() < 0.7:
        f = words.pick(r, fonts.group("script")) if r.random() < 0.25 else s.bold
        d.text((x + size * 1.25, y + size * 0.2), words.few(r, 1, 2).title(), c, font=fonts.load(f, size * r.uniform(0.3, 0.7)))


def header(s):
    r = s.r
    if r.random() < 0.65:
        logo(s, s.margin if r.random() < 0.7 else s.w - s.margin - 45 * MM, s.y, r.uniform(7, 22) * MM)
        s.y += 10 * MM
    for _ in range(int(r.integers(1, 5))):
        s.text(s.margin, s.y + 8 * MM, words.few(r, 2, 5), s.size * 0.9)
        s.y += s.size * 1.2
    s.y += 12 * MM


def table(s):
    r, d = s.r, s.d
    cols, rows = int(r.integers(2, 8)), int(r.integers(2, 11))
    rh = s.size * r.uniform(1.5, 2.6)
    w = s.w - 2 * s.margin
    xs = np.concatenate([[0], np.sort(r.uniform(0.08, 0.95, cols - 1)), [1]]) * w + s.margin
    lw, grey, filled = int(r.integers(1, 4)), int(r.integers(0, 150)), r.random() < 0.3
    for i in range(rows):
        if not s.room(rh):
            break
        if r.random() < 0.15:
            d.rectangle([xs[0], s.y, xs[-1], s.y + rh], fill=(225, 228, 235))
        for a, b in zip(xs, xs[1:]):
            if lw < 3:
                d.rectangle([a, s.y, b, s.y + rh], outline=(grey,) * 3, width=lw)
            room_for = int((b - a) / (s.size * 0.6)) - 1
            if r.random() < 0.75 and room_for > 2:
                if filled and i > 0:
                    s.slots.append(("cell", a + 3, s.y + 2, b - a - 6, rh - 4))
                else:
                    t = (words.few(r, 1, 2) if r.random() < 0.6 else words.number(r))[:room_for]
                    s.text(a + 5, s.y + rh / 2, t, s.size * 0.9, anchor="lm")
        s.y += rh
    s.y += 5 * MM


def form(s):
    r, d = s.r, s.d
    style = r.integers(4)
    for _ in range(int(r.integers(2, 7))):
        rh = s.size * r.uniform(1.8, 2.8)
        if not s.room(rh):
            return
        label = words.few(r, 1, 3).capitalize() + " :"
        s.text(s.margin, s.y + rh, label, anchor="ls")
        x = s.margin + fonts.load(s.font, s.size).getlength(label) + 3 * MM
        end = min(s.w - s.margin, x + r.uniform(30, 110) * MM)
        if style == 0:
            s.text(x, s.y + rh, "." * int((end - x) / max(2, fonts.load(s.font, s.size).getlength("."))), anchor="ls")
        elif style == 1:
            d.line([x, s.y + rh, end, s.y + rh], s.ink, int(r.integers(1, 3)))
        elif style == 2:
            d.rectangle([x, s.y + rh - s.size * 1.4, end, s.y + rh + 3], outline=s.ink, width=int(r.integers(1, 3)))
        else:
            cell = s.size * 1.3
            for i in range(int((end - x) / cell)):
                d.rectangle([x + i * cell, s.y + rh - cell, x + (i + 1) * cell, s.y + rh], outline=s.ink)
        s.slots.append(("field", x, s.y + rh - s.size * 1.4, end - x, s.size * 1.5))
        if r.random() < 0.3:
            b = s.size * 0.8
            d.rectangle([end + 10, s.y + rh - b, end + 10 + b, s.y + rh], outline=s.ink)
            s.slots.append(("tick", end + 10, s.y + rh - b, b, b))
        s.y += rh
    s.y += 5 * MM


def signature_block(s):
    """The words round a place to sign; the place may stay empty, carry a printed script name, dots or a line."""
    r, d = s.r, s.d
    n = int(r.choice([1, 2], p=[0.7, 0.3]))
    if not s.room(45 * MM):
        return
    if r.random() < 0.7:
        s.text(s.margin, s.y, "Fait à %s, le %s" % (words.pick(r, words.TOWNS), words.date(r)))
        s.y += s.size * 2
    for i in range(n):
        x = s.margin if n == 2 and i == 0 else s.w * r.uniform(0.45, 0.6)
        y = s.y
        s.text(x, y, words.pick(r, words.ROLES) + r.choice(["", " :"]))
        if r.random() < 0.6:
            s.text(x, y + s.size * 1.4, words.person(r))
            y += s.size * 1.4
        y += s.size * 1.5
        w, h = r.uniform(50, 78) * MM, r.uniform(18, 34) * MM
        style = r.integers(5)
        if style == 0:
            d.rectangle([x - 5, y, x + w, y + h], outline=s.ink, width=int(r.integers(1, 3)))
        elif style == 1:
            d.line([x, y + h * 0.8, x + w, y + h * 0.8], s.ink, 1)
        elif style == 2:
            s.text(x, y + h * 0.7, "." * int(r.integers(20, 60)))
        s.slots.append(("sign", x, y, w, h))
        if r.random() < 0.12:
            size = s.size * r.uniform(1.2, 2.2)
            s.text(x + 2 * MM, y + h * 0.4, words.person(r), size, words.pick(r, fonts.group("script")))
    s.y += 45 * MM


def code(s, x, y, size):
    r, d = s.r, s.d
    kind = r.integers(3)
    if kind < 2:
        n = int(r.integers(18, 34))
        c = size / n
        bits = r.random((n, n)) < 0.5
        for i in range(n):
            for j in range(n):
                if bits[i, j]:
                    d.rectangle([x + j * c, y + i * c, x + (j + 1) * c - 0.5, y + (i + 1) * c - 0.5], fill=0)
        if kind == 0:
            for ox, oy in ((0, 0), (size - 7 * c, 0), (0, size - 7 * c)):
                d.rectangle([x + ox, y + oy, x + ox + 7 * c, y + oy + 7 * c], fill=0)
                d.rectangle([x + ox + c, y + oy + c, x + ox + 6 * c, y + oy + 6 * c], fill=(255, 255, 255))
                d.rectangle([x + ox + 2 * c, y + oy + 2 * c, x + ox + 5 * c, y + oy + 5 * c], fill=0)
    else:
        p = x
        while p < x + size * 2.2:
            w = r.integers(1, 5)
            d.rectangle([p, y, p + w - 1, y + size * 0.5], fill=0)
            p += w + r.integers(1, 5)


def cmc7(s, x, y, count):
    """Groups of seven upright bars, as on the foot of a cheque."""
    r, d = s.r, s.d
    for _ in range(count):
        if r.random() < 0.1:
            x += 4 * MM
        for _ in range(7):
            top = r.uniform(0, 1) * MM
            d.line([x, y + top, x, y + 3 * MM - r.uniform(0, 0.8) * MM], (20, 20, 20), 1 if r.random() < 0.6 else 2)
            x += (1.6 if r.random() < 0.3 else 0.9) * hand.DPI / 72
        x += 3


def guilloche(s, box, ink):
    x0, y0, x1, y1 = box
    r = s.r
    for k in range(int(r.integers(4, 14))):
        t = np.linspace(0, 1, 220)
        y = (y0 + y1) / 2 + (y1 - y0) * 0.45 * np.sin(t * r.uniform(6, 30) + k * 0.4) * np.cos(t * r.uniform(1, 9))
        s.d.line([(float(a), float(b)) for a, b in zip(x0 + t * (x1 - x0), y)], ink, 1)


def cheque(s, x, y):
    """A cheque, 175 x 80 mm: guilloche ground, ruled lines, small print, bars, a place to sign."""
    r, d = s.r, s.d
    w, h = 175 * MM, 80 * MM
    tint = tuple(int(v) for v in r.integers(205, 250, 3))
    d.rectangle([x, y, x + w, y + h], fill=tint, outline=(90, 90, 90))
    if r.random() < 0.7:
        guilloche(s, (x, y, x + w, y + h), tuple(max(0, v - int(r.integers(12, 45))) for v in tint))
    logo(s, x + 6 * MM, y + 5 * MM, 8 * MM)
    small = s.size * 0.6
    s.text(x + 6 * MM, y + 17 * MM, "Payez contre ce chèque non endossable sauf au profit d'un établissement", small)
    if r.random() < 0.4:
        for i in (0, 5):
            d.line([x + (12 + i) * MM, y, x, y + (12 + i) * MM], (40, 40, 40), 2)
    for i, at in enumerate((26, 34, 42)):
        d.line([x + 10 * MM, y + at * MM, x + (165 if i == 0 else 118) * MM, y + at * MM], (80, 80, 80), 1)
        s.slots.append(("field", x + 20 * MM, y + (at - 6) * MM, 90 * MM, 5.5 * MM))
    d.rectangle([x + 130 * MM, y + 14 * MM, x + 168 * MM, y + 23 * MM], outline=(60, 60, 60), fill=(250, 250, 250))
    s.slots.append(("field", x + 132 * MM, y + 15 * MM, 34 * MM, 7 * MM))
    s.text(x + 124 * MM, y + 36 * MM, "à", small)
    s.text(x + 124 * MM, y + 42 * MM, "le", small)
    s.slots.append(("field", x + 130 * MM, y + 33 * MM, 36 * MM, 5 * MM))
    s.slots.append(("field", x + 130 * MM, y + 39 * MM, 36 * MM, 5 * MM))
    for i in range(4):
        s.text(x + 6 * MM, y + (48 + 4 * i) * MM, words.few(r, 2, 4), small)
        s.text(x + 60 * MM, y + (48 + 4 * i) * MM, words.few(r, 2, 4).upper(), small)
    s.slots.append(("sign", x + 115 * MM, y + 46 * MM, 55 * MM, 24 * MM))
    cmc7(s, x + 12 * MM, y + 72 * MM, 36)


def page(r):
    """A printed sheet with the places where ink may go."""
    s = Sheet(r)
    kind = r.choice(["letter", "text", "form", "table", "cheque", "sparse", "script"], p=[0.25, 0.25, 0.17, 0.12, 0.12, 0.06, 0.03])
    if kind == "cheque":
        cheque(s, r.uniform(5, 28) * MM, r.uniform(10, 180) * MM)
        s.cheque = True
        return s
    if kind == "script":
        s.font = words.pick(r, fonts.group("script") + fonts.group("hand"))
        s.size *= 1.3
    if kind in ("letter", "form") or r.random() < 0.4:
        header(s)
    if r.random() < 0.8:
        title(s)
    blocks = {"letter": [paragraph, paragraph, title], "text": [paragraph, paragraph, paragraph, title], "form": [form, form, paragraph, title, table],
              "table": [table, table, paragraph], "sparse": [title], "script": [paragraph, title]}[kind]
    want_sign = r.random() < (0.8 if kind in ("letter", "form") else 0.4)
    stop = r.uniform(0.3, 0.95) * s.h
    while s.y < stop and s.room(12 * MM):
        words.pick(r, blocks)(s)
        if kind == "sparse":
            break
    if want_sign:
        signature_block(s)
    if r.random() < 0.7:
        t = words.pick(r, ["Page %d", "%d", "page %d/7", "Référentiel - édition 2016 - page %d", "- %d -"]) % r.integers(1, 20)
        s.text(s.w * r.choice([0.5, 0.85]), s.h - r.uniform(8, 15) * MM, t, s.size * 0.85, anchor="ma")
    if r.random() < 0.3:
        s.text(s.w / 2, s.h - 18 * MM, words.few(r, 8, 14), s.size * 0.7, anchor="ma")
    if r.random() < 0.16:
        code(s, r.uniform(0.05, 0.75) * s.w, r.uniform(0.03, 0.85) * s.h, r.uniform(12, 32) * MM)
    if r.random() < 0.08:
        guilloche(s, (0, r.uniform(0, 0.7) * s.h, s.w, s.h * r.uniform(0.8, 1)), tuple(int(v) for v in r.integers(170, 240, 3)))
    if r.random() < 0.06:
        size = r.uniform(14, 40) * MM
        logo(s, r.uniform(0.05, 0.75) * s.w, r.uniform(0.3, 0.85) * s.h, size)
    if r.random() < 0.05:  # vertical text along the edge
        t = Image.new("L", (int(90 * MM), int(s.size * 1.6)), 0)
        ImageDraw.Draw(t).text((0, 0), words.few(r, 4, 8), 255, font=fonts.load(s.font, s.size * 0.8))
        s.img.paste(s.ink, (int(r.uniform(3, 8) * MM), int(s.h * 0.4)), t.rotate(90, expand=True))
    if r.random() < 0.06:
        s.d.rectangle([s.margin, s.h * 0.3, s.margin + r.uniform(20, 90) * MM, s.h * 0.3 + 5 * MM], fill=(0, 0, 0))
    return s
