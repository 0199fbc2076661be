"""Pen marks: signatures, initials, words. Each function gives coverage (uint8, 255 = full ink) at 160 dpi."""
import cv2
import numpy as np
from PIL import Image, ImageDraw

import fonts
import words

DPI = 160
MM = DPI / 25.4
FINE = 3  # strokes are drawn three times as fine, then averaged


def spline(points, steps=14):
    """Catmull-Rom through the points."""
    p = np.asarray(points, np.float64)
    p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        out.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack(out + [p[-2:-1]])


def capital(r, height):
    """A capital-like figure: a spline through a few points on alternating sides."""
    n = r.integers(4, 8)
    side = r.random() < 0.5
    pts = []
    for i in range(n):
        x = r.uniform(0, 0.45) if (i % 2 == 0) == side else r.uniform(0.35, 0.9)
        pts.append((x * height * r.uniform(0.7, 1.2), -r.uniform(0, 1) * height if 0 < i < n - 1 else -r.choice([0, 1, 0.5]) * height))
    return spline(pts)


def loops(r, height, cycles):
    """Running script: oscillation with another height in each cycle; slow advance makes loops."""
    lean = r.uniform(-0.1, 0.7)
    advance = r.uniform(0.35, 1.1) * height * 0.5
    tall = [height * r.choice([0.35, 0.45, 0.55, 1.0, 1.3], p=[0.3, 0.3, 0.2, 0.12, 0.08]) * r.uniform(0.7, 1.2) for _ in range(cycles)]
    low = [height * (r.uniform(0.5, 1.0) if r.random() < 0.12 else r.uniform(-0.05, 0.05)) for _ in range(cycles)]
    fade = r.uniform(0.3, 1.0)
    pts, x = [], 0.0
    for i in range(cycles):
        k = 1 - (1 - fade) * i / max(1, cycles - 1)
        w = advance * r.uniform(0.6, 1.3)
        pull = r.uniform(-0.1, 0.45) * w
        pts += [(x, low[i] * k), (x + 0.35 * w + pull, -tall[i] * k), (x + 0.55 * w - pull * 0.6, -tall[i] * 0.45 * k)]
        x += w
    pts.append((x + advance * r.uniform(0, 3), r.uniform(-0.3, 0.3) * height))
    p = spline(pts)
    p[:, 0] -= lean * p[:, 1]
    return p


def lissajous(r, height):
    t = np.linspace(0, r.uniform(2, 7) * np.pi, 160)
    a, b = r.uniform(0.6, 1.6), r.uniform(0.8, 2.2)
    drift = r.uniform(0.05, 0.35)
    return np.stack([height * (0.5 * np.sin(a * t + r.uniform(0, 6)) + drift * t), -height * 0.5 * (1 + np.sin(b * t + r.uniform(0, 6)))], 1)


def zigzag(r, height):
    n = r.integers(3, 9)
    pts = [(i * height * r.uniform(0.25, 0.5), -height * (r.uniform(0.5, 1.0) if i % 2 else r.uniform(0, 0.3))) for i in range(n)]
    return spline(pts, 10) if r.random() < 0.6 else np.array(pts)


def waves(r, height):
    """Peaks that die down, often run out in a long sweep."""
    n, x, pts = int(r.integers(2, 7)), 0.0, []
    fade, lean, step = r.uniform(0.75, 1.05), r.uniform(-0.15, 0.3), height * r.uniform(0.2, 0.5)
    for i in range(n):
        k = fade ** i
        pts += [(x + r.normal(0, 0.08) * step, r.normal(0, 0.05) * height), (x + step * (0.5 + lean), -height * k * r.uniform(0.8, 1.05))]
        x += step * r.uniform(0.8, 1.2)
    pts.append((x, r.uniform(-0.15, 0.05) * height))
    if r.random() < 0.7:
        tail = height * r.uniform(0.8, 3)
        pts += [(x + tail * 0.3, -height * r.uniform(0, 0.35)), (x + tail, -height * r.uniform(-0.1, 0.6))]
    return spline(pts) if r.random() < 0.75 else np.array(pts)


def rings(r, height):
    """One oval gone round once or several times, then a few short peaks."""
    t = np.linspace(r.uniform(0, 6), r.uniform(9, 20), 120)
    a, b = height * r.uniform(0.6, 2.2), height * r.uniform(0.35, 0.55)
    wander = 1 + 0.12 * np.sin(t * r.uniform(0.3, 0.8) + r.uniform(0, 6))
    oval = np.stack([a * np.cos(t) * wander + t * r.uniform(0, 0.05) * height, b * np.sin(t) * wander - b], 1)
    peaks = waves(r, height * r.uniform(0.2, 0.6)) + (oval[-1, 0] if r.random() < 0.5 else a * r.uniform(0.2, 1), -b * r.uniform(0.3, 1.2))
    return [oval, peaks] if r.random() < 0.7 else [oval]


def strokes_to_cover(r, strokes, pen_mm):
    """Draws strokes (mm) with a width that falls with speed, tapered ends and ball point grain."""
    every = np.vstack(strokes)
    lo, hi = every.min(0) - 1.5, every.max(0) + 1.5
    k = MM * FINE
    w, h = np.ceil((hi - lo) * k).astype(int) + 1
    img = np.zeros((int(min(h, 3000)), int(min(w, 6000))), np.uint8)
    pen = pen_mm * k
    press = r.uniform(0, 0.5)
    for s in strokes:
        q = (s - lo) * k
        step = np.linalg.norm(np.diff(q, axis=0), axis=1) + 1e-6
        fast = np.clip(step / (np.median(step) * 2.5), 0, 1)
        width = pen * (1.15 - press * fast)
        n = len(width)
        taper = np.minimum(1, (np.minimum(np.arange(n), n - 1 - np.arange(n)) + 2) / (n * r.uniform(0.02, 0.2) + 1))
        if r.random() < 0.6:
            width = width * (0.35 + 0.65 * taper)
        q16 = np.round(q * 16).astype(np.int32)
        for i in range(n):
            cv2.line(img, tuple(int(v) for v in q16[i]), tuple(int(v) for v in q16[i + 1]), 255, max(1, int(round(width[i]))), cv2.LINE_8, 4)
    small = cv2.resize(img, (max(1, img.shape[1] // FINE), max(1, img.shape[0] // FINE)), interpolation=cv2.INTER_AREA)
    return grain(r, small)


def grain(r, cover):
    if r.random() < 0.5:
        noise = cv2.GaussianBlur(r.normal(0, 1, cover.shape).astype(np.float32), (0, 0), r.uniform(0.6, 2.0))
        noise = noise / (noise.std() + 1e-6) * r.uniform(0.05, 0.3)
        cover = np.clip(cover * (1 - np.abs(noise)), 0, 255).astype(np.uint8)
    return cover


def bent(r, cover, strength=1.0):
    """A smooth elastic bend, so that two equal glyphs differ."""
    h, w = cover.shape
    pad = int(2 * MM)
    cover = cv2.copyMakeBorder(cover, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=0)
    h, w = cover.shape
    cell = r.uniform(3, 9) * MM
    gy, gx = int(h / cell) + 3, int(w / cell) + 3
    amp = strength * min(h, 12 * MM) * r.uniform(0.02, 0.08)
    dx = cv2.resize(r.normal(0, amp, (gy, gx)).astype(np.float32), (w, h), interpolation=cv2.INTER_CUBIC)
    dy = cv2.resize(r.normal(0, amp, (gy, gx)).astype(np.float32), (w, h), interpolation=cv2.INTER_CUBIC)
    x, y = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
    return cv2.remap(cover, x + dx, y + dy, cv2.INTER_LINEAR)


def turned(cover, degrees):
    h, w = cover.shape
    c, s = abs(np.cos(np.radians(degrees))), abs(np.sin(np.radians(degrees)))
    W, H = int(w * c + h * s) + 2, int(h * c + w * s) + 2
    m = cv2.getRotationMatrix2D((w / 2, h / 2), degrees, 1)
    m[:, 2] += (W / 2 - w / 2, H / 2 - h / 2)
    return cv2.warpAffine(cover, m, (W, H))


def trimmed(cover):
    ys, xs = np.where(cover > 40)
    if len(ys) == 0:
        return cover[:1, :1]
    return cover[ys.min():ys.max() + 1, xs.min():xs.max() + 1]


def glyphs(r, text, size_px, path, jitter=1.0):
    """Text in a hand font, each glyph moved, sized and leaned a little by itself."""
    img = Image.new("L", (int(size_px * (len(text) * 0.9 + 2)), int(size_px * 2.6)), 0)
    d = ImageDraw.Draw(img)
    x, y = size_px * 0.6, size_px * 0.7
    slope = r.normal(0, 0.02) * jitter
    for ch in text:
        f = fonts.load(path, size_px * (1 + r.normal(0, 0.05) * jitter))
        d.text((x, y + r.normal(0, 0.04) * size_px * jitter + slope * x), ch, 255, font=f)
        try:
            x += f.getlength(ch) + r.normal(0, 0.02) * size_px * jitter
        except OSError:
            return np.zeros((1, 1), np.uint8)
        if x > img.width - size_px:
            break
    return np.asarray(img)


def font_words(r, text, height_mm, jitter=1.0):
    path = fonts.group("hand")[r.integers(len(fonts.group("hand")))]
    c = glyphs(r, text, height_mm * MM * r.uniform(1.3, 1.7), path, jitter)
    c = trimmed(c)
    if c.size < 16:
        return c
    if r.random() < 0.5:  # other pens: thinner or thicker strokes
        k = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2, 2) if r.random() < 0.7 else (3, 3))
        c = cv2.dilate(c, k) if r.random() < 0.7 else cv2.erode(c, k)
    return grain(r, trimmed(bent(r, c, jitter)))


def size_to(cover, width_mm, height_mm):
    """Scaled to fit the box, never blown up by more than a fifth."""
    h, w = cover.shape
    k = min(width_mm * MM / w, height_mm * MM / h, 1.2)
    return cv2.resize(cover, (max(2, int(w * k)), max(2, int(h * k))), interpolation=cv2.INTER_AREA)


def pen_width(r):
    return r.choice([0.22, 0.3, 0.4, 0.5, 0.7], p=[0.12, 0.28, 0.3, 0.2, 0.1]) * r.uniform(0.85, 1.2)


def flourish(r, width, height):
    """An underline or a closing sweep, in mm."""
    kind = r.integers(3)
    y = height * r.uniform(0.05, 0.35)
    if kind == 0:
        return spline([(0, y), (width * 0.4, y - r.uniform(-1, 1)), (width * r.uniform(0.8, 1.15), y + r.uniform(-3, 1))])
    if kind == 1:
        return spline([(width, -height * 0.2), (width * 0.3, y), (width * 0.1, y + 1.5), (width * 0.6, y + 0.5), (width * 1.1, y - 1)])
    return spline([(width * 0.8, -height * 0.5), (width * 1.1, -height * 0.9), (width * 0.9, y), (width * 0.2, y + 1)])


def signature(r):
    width, height = r.uniform(18, 62), r.uniform(6, 22)
    kind = r.choice(["drawn", "font", "wild", "initialled", "waves", "rings"], p=[0.27, 0.34, 0.12, 0.06, 0.13, 0.08])
    if kind == "font":
        name = words.person(r)
        if r.random() < 0.4:
            name = name.split()[-1]
        elif r.random() < 0.5:
            name = name[0] + ". " + name.split()[-1]
        c = font_words(r, name, height * 0.6, r.uniform(0.5, 1.3))
        if r.random() < 0.45 and c.size > 50:
            wide, tall = c.shape[1] / MM, c.shape[0] / MM * 0.6
            f = strokes_to_cover(r, [flourish(r, wide, tall) + (0, i * r.uniform(1, 2.5)) for i in range(int(r.integers(1, 3)))], pen_width(r))
            c = joined(c, f, int(c.shape[0] * r.uniform(0.6, 1.0)))
    else:
        s, x = [], 0.0
        if kind == "waves":
            s.append(waves(r, height))
            x = np.ptp(s[0][:, 0])
            if r.random() < 0.25:  # the stroke over it, as on a t
                s.append(spline([(x * r.uniform(0, 0.5), -height * r.uniform(0.8, 1.2)), (x * r.uniform(0.4, 0.7), -height * r.uniform(0.9, 1.3))], 6))
        elif kind == "rings":
            s += rings(r, height)
            x = np.ptp(np.vstack(s)[:, 0])
        elif kind == "wild":
            for _ in range(r.integers(1, 3)):
                p = [lissajous, zigzag, capital][r.integers(3)](r, height * r.uniform(0.6, 1))
                s.append(p + (x, 0))
                x += np.ptp(p[:, 0]) * r.uniform(0.3, 0.9)
            if r.random() < 0.5:
                s.append(spline([(x * r.uniform(-0.2, 0.3), -height * r.uniform(0, 0.6)), (x * 0.5, -height * r.uniform(0.1, 0.6)), (x * r.uniform(1.2, 2.2), -height * r.uniform(0, 0.9))]))
        else:
            for part in range(r.integers(1, 3)):
                p = capital(r, height) + (x, 0)
                s.append(p)
                x = p[:, 0].max() - r.uniform(-0.05, 0.3) * height
                if kind == "drawn":
                    p = loops(r, height * r.uniform(0.35, 0.7), int(r.integers(3, 11))) + (x, 0)
                    s.append(p)
                    x = p[:, 0].max() + r.uniform(0, 3)
        if kind not in ("waves", "rings") and r.random() < 0.5:
            s.append(flourish(r, max(8, x), height))
        k = min(1.0, width / max(8, x)) if x > width else 1.0
        c = strokes_to_cover(r, [p * k for p in s], pen_width(r))
    c = size_to(trimmed(turned(c, r.normal(3, 6))), width * 1.3, height * 1.5)
    return c


def joined(a, b, at):
    """b below the top of a by `at` pixels, in one picture."""
    h, w = max(a.shape[0], at + b.shape[0]), max(a.shape[1], b.shape[1])
    out = np.zeros((h, w), np.uint8)
    out[:a.shape[0], :a.shape[1]] = a
    np.maximum(out[at:at + b.shape[0], :b.shape[1]], b, out=out[at:at + b.shape[0], :b.shape[1]])
    return out


def paraph(r):
    """Initials; half of them between 3 and 10 mm."""
    height = r.uniform(3, 8) if r.random() < 0.55 else r.uniform(7, 15)
    if r.random() < 0.62:
        n = r.choice([1, 2, 3], p=[0.15, 0.65, 0.2])
        letters = [chr(65 + r.integers(26)) for _ in range(n)]
        text = r.choice(["", ".", " "]).join(letters) + ("." if r.random() < 0.2 else "")
        if r.random() < 0.15:
            text = text.lower()
        c = font_words(r, text, height, r.uniform(0.6, 1.5))
        if r.random() < 0.2 and c.size > 50:
            f = strokes_to_cover(r, [flourish(r, c.shape[1] / MM, height * 0.6)], pen_width(r))
            c = joined(c, f, int(c.shape[0] * r.uniform(0.5, 1.0)))
    else:
        s, x = [], 0.0
        for _ in range(r.integers(1, 4)):
            p = [capital, capital, capital, loops, lissajous, zigzag][r.integers(6)]
            q = p(r, height, int(r.integers(1, 4))) if p is loops else p(r, height)
            s.append(q + (x, r.uniform(-1, 1)))
            x += np.ptp(q[:, 0]) * r.uniform(0.4, 1.0)
        if r.random() < 0.2:
            s.append(flourish(r, max(5, x), height))
        c = strokes_to_cover(r, s, min(pen_width(r), 0.5))
    return size_to(trimmed(turned(c, r.normal(2, 8))), height * r.uniform(1.2, 3), height * 1.15)


def phrase(r):
    """Words or figures written by hand."""
    kind = r.integers(7)
    text = [lambda: words.date(r), lambda: words.mention(r), lambda: words.mention(r), lambda: words.person(r),
            lambda: words.person(r).upper(), lambda: words.few(r, 1, 3), lambda: words.number(r)][kind]()
    return written(r, text)


def beside_signature(r):
    """What is written where one signs without being a signature: never a bare name, which would be one."""
    kind = r.integers(5)
    text = [lambda: words.mention(r), lambda: words.mention(r), lambda: words.date(r), lambda: words.pick(r, words.TOWNS) + ", le " + words.date(r),
            lambda: words.mention(r) + " " + words.date(r)][kind]()
    return written(r, text)


def written(r, text):
    if r.random() < 0.2:
        text = text.upper()
    return font_words(r, text, r.uniform(2.2, 6.0), r.uniform(0.4, 1.2))
