"""Rubber stamps: coverage (uint8, 255 = full ink) at 160 dpi."""
import cv2
import numpy as np
from PIL import Image, ImageDraw

import fonts
import hand
import words

MM = hand.MM
UP = 2


def ring_text(img, text, centre, radius, size, start, path, outward=True):
    """Glyphs set along a circle."""
    f = fonts.load(path, size)
    angle = start
    for ch in text:
        w = f.getlength(ch)
        g = Image.new("L", (int(size * 1.6) + 4, int(size * 1.6) + 4), 0)
        ImageDraw.Draw(g).text((g.width / 2, g.height / 2), ch, 255, font=f, anchor="mm")
        step = (w + size * 0.08) / radius
        a = angle + step / 2
        g = g.rotate(-np.degrees(a) - (90 if outward else -90), resample=Image.BILINEAR)
        x, y = centre[0] + radius * np.cos(a), centre[1] + radius * np.sin(a)
        img.paste(255, (int(x - g.width / 2), int(y - g.height / 2)), g)
        angle += step if outward else -step


def outline(d, shape, box, width):
    if shape == "rect":
        d.rectangle(box, outline=255, width=width)
    elif shape == "rounded":
        d.rounded_rectangle(box, radius=(box[3] - box[1]) * 0.15, outline=255, width=width)
    else:
        d.ellipse(box, outline=255, width=width)


def picture(d, r, cx, cy, rad):
    """Something drawn in the middle: a star, scales, a building, a monogram."""
    kind = r.integers(4)
    if kind == 0:
        n = r.integers(5, 9)
        p = [(cx + rad * (1 if i % 2 else 0.45) * np.cos(i * np.pi / n), cy + rad * (1 if i % 2 else 0.45) * np.sin(i * np.pi / n)) for i in range(2 * n)]
        d.polygon(p, outline=255, fill=255 if r.random() < 0.5 else None)
    elif kind == 1:
        d.line([(cx - rad, cy - rad / 2), (cx + rad, cy - rad / 2)], 255, 3)
        d.line([(cx, cy - rad), (cx, cy + rad)], 255, 3)
        for s in (-1, 1):
            d.arc([cx + s * rad - rad / 2, cy - rad / 4, cx + s * rad + rad / 2, cy + rad / 2], 0, 180, 255, 3)
    elif kind == 2:
        d.rectangle([cx - rad, cy - rad / 3, cx + rad, cy + rad], outline=255, width=3)
        d.polygon([(cx - rad, cy - rad / 3), (cx, cy - rad), (cx + rad, cy - rad / 3)], outline=255)
        for i in range(5):
            d.line([(cx - rad + i * rad / 2, cy - rad / 3), (cx - rad + i * rad / 2, cy + rad)], 255, 3)
    else:
        icons = fonts.group("icons")
        if icons:
            d.text((cx, cy), chr(0xF000 + int(r.integers(0x10, 0x200))), 255, font=fonts.load(icons[0], rad * 1.6), anchor="mm")


def lines_of_text(d, r, path, box, n, tall):
    x0, y0, x1, y1 = box
    step = (y1 - y0) / n
    for i in range(n):
        t = [words.few(r, 1, 3).upper(), words.number(r), words.person(r), words.pick(r, words.TOWNS), words.date(r), "SAS " + words.few(r, 1, 2).title()][r.integers(6)]
        size = step * 0.8 * (1.15 if i == 0 and tall else r.uniform(0.75, 1))
        f = fonts.load(path, size)
        while f.getlength(t) > (x1 - x0) and size > 8:
            size *= 0.85
            f = fonts.load(path, size)
        d.text(((x0 + x1) / 2, y0 + step * (i + 0.5)), t, 255, font=f, anchor="mm")


def stamp(r):
    shape = r.choice(["round", "rect", "rounded", "oval", "bare", "word"], p=[0.36, 0.2, 0.08, 0.1, 0.17, 0.09])
    path = words.pick(r, fonts.group("print"))
    k = MM * UP
    if shape == "round":
        w = h = r.uniform(20, 38)
    elif shape == "oval":
        w, h = r.uniform(28, 48), r.uniform(16, 26)
    elif shape == "word":
        w, h = r.uniform(20, 45), r.uniform(6, 12)
    else:
        w, h = r.uniform(24, 58), r.uniform(9, 26)
    W, H = int(w * k), int(h * k)
    img = Image.new("L", (W + 20, H + 20), 0)
    d = ImageDraw.Draw(img)
    cx, cy = W / 2 + 10, H / 2 + 10
    lw = int(r.uniform(0.25, 0.8) * k)
    if shape == "round":
        outline(d, shape, [10, 10, 10 + W, 10 + H], lw)
        size = r.uniform(2.4, 4.2) * k
        rad = W / 2 - lw - size * 0.75
        if r.random() < 0.6:
            inner = rad - size * 0.75
            outline(d, shape, [cx - inner, cy - inner, cx + inner, cy + inner], max(2, lw // 2))
        top = (words.few(r, 2, 4) + " * ").upper()
        ring_text(img, top[:int(2 * np.pi * rad / (size * 0.72))], (cx, cy), rad, size, r.uniform(-3.4, -2.4), path)
        if r.random() < 0.5:
            lines_of_text(d, r, path, (cx - rad * 0.65, cy - rad * 0.4, cx + rad * 0.65, cy + rad * 0.4), int(r.integers(1, 4)), True)
        else:
            picture(d, r, cx, cy, rad * 0.45)
    elif shape == "word":
        t = words.pick(r, ["COPIE", "PAYÉ", "ACQUITTÉ", "REÇU LE", "CONFORME", "ORIGINAL", "URGENT", "ACCEPTÉ", "CERTIFIÉ", "VISA"])
        lines_of_text_one(d, t if r.random() < 0.6 else t + " " + words.date(r), path, cx, cy, W * 0.88, H * 0.7)
        if r.random() < 0.7:
            outline(d, "rect", [10, 10, 10 + W, 10 + H], lw)
    else:
        if shape != "bare":
            outline(d, shape, [10, 10, 10 + W, 10 + H], lw)
            if r.random() < 0.3:
                g = lw * 2.5
                outline(d, shape, [10 + g, 10 + g, 10 + W - g, 10 + H - g], max(2, lw // 2))
        m = 0.2 if shape == "oval" else 0.07
        lines_of_text(d, r, path, (10 + W * m, 10 + H * m * 1.3, 10 + W * (1 - m), 10 + H * (1 - m * 1.3)), int(r.integers(2, 6)) if h > 12 else int(r.integers(1, 4)), r.random() < 0.7)
    c = np.asarray(img)
    c = cv2.resize(c, (c.shape[1] // UP, c.shape[0] // UP), interpolation=cv2.INTER_AREA)
    return worn(r, hand.trimmed(hand.turned(c, r.normal(0, 7) if r.random() < 0.85 else r.uniform(-40, 40))))


def lines_of_text_one(d, t, path, cx, cy, width, height):
    size = height
    f = fonts.load(path, size)
    while f.getlength(t) > width and size > 8:
        size *= 0.9
        f = fonts.load(path, size)
    d.text((cx, cy), t, 255, font=f, anchor="mm")


def worn(r, c):
    """Uneven inking, blur, missing parts."""
    c = c.astype(np.float32)
    if r.random() < 0.75:
        n = cv2.resize(r.normal(0, 1, (int(c.shape[0] / 20) + 2, int(c.shape[1] / 20) + 2)).astype(np.float32), (c.shape[1], c.shape[0]), interpolation=cv2.INTER_CUBIC)
        c *= np.clip(1 + n * r.uniform(0.1, 0.4), 0.1, 1)
        g = r.random(c.shape, np.float32)
        c *= np.where(g < r.uniform(0, 0.25), r.uniform(0.2, 0.8), 1)
    if r.random() < 0.5:
        c = cv2.GaussianBlur(c, (0, 0), r.uniform(0.4, 1.1))
    return np.clip(c, 0, 255).astype(np.uint8)
