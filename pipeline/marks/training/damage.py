"""What scanners, faxes, cameras and copiers do to a page. Takes grey at 160 dpi and the truth maps; both are bent alike."""
import cv2
import numpy as np

import hand

MM = hand.MM


def grey_of(r, rgb):
    """One of several ways from colour to grey, so that no pen colour is favoured."""
    kind = r.integers(4)
    if kind == 0:
        return rgb[..., 1].copy()
    if kind == 1:
        return rgb.min(2)
    if kind == 2:
        return cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    w = r.dirichlet([2, 3, 2]).astype(np.float32)
    return np.clip(rgb.astype(np.float32) @ w, 0, 255).astype(np.uint8)


def bend(r, grey, truth, degrees, corners=0.0, surround=255):
    h, w = grey.shape
    src = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    a = np.radians(degrees)
    m = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]], np.float32)
    dst = (src - (w / 2, h / 2)) @ m.T + (w / 2, h / 2) + r.normal(0, corners * w, (4, 2))
    t = cv2.getPerspectiveTransform(src, dst.astype(np.float32))
    grey = cv2.warpPerspective(grey, t, (w, h), flags=cv2.INTER_LINEAR, borderValue=surround)
    return grey, [cv2.warpPerspective(x, t, (w, h), flags=cv2.INTER_NEAREST) for x in truth]


def shade(r, shape, depth):
    coarse = r.uniform(1 - depth, 1, (4, 3)).astype(np.float32)
    return cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)


def noise(r, grey, sigma, blur=0.0):
    n = r.standard_normal(grey.shape, np.float32) * sigma
    if blur:
        n = cv2.GaussianBlur(n, (0, 0), blur) * (1 + 2 * blur)
    return np.clip(grey + n, 0, 255)


def specks(r, grey, share, dark=True):
    n = int(share * grey.size)
    ys, xs = r.integers(0, grey.shape[0], n), r.integers(0, grey.shape[1], n)
    for y, x in zip(ys, xs):
        s = 1 if r.random() < 0.75 else int(r.integers(2, 5))
        grey[y:y + s, x:x + s] = 0 if dark else 255
    return grey


def jpeg(grey, quality):
    return cv2.imdecode(cv2.imencode(".jpg", grey.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1], cv2.IMREAD_GRAYSCALE)


def edges(r, grey):
    """Dark borders, holes and staples of a scan."""
    h, w = grey.shape
    if r.random() < 0.3:
        k = int(r.uniform(1, 9) * MM)
        v = r.uniform(0, 120)
        side = r.integers(4)
        if side == 0:
            grey[:k] = v
        elif side == 1:
            grey[-k:] = v
        elif side == 2:
            grey[:, :k] = v
        else:
            grey[:, -k:] = v
    if r.random() < 0.15:
        for at in (0.36, 0.64):
            cv2.circle(grey, (int(9 * MM), int(at * h)), int(2.8 * MM), float(r.uniform(0, 200)), -1 if r.random() < 0.6 else 3)
    if r.random() < 0.1:
        x, y = int(r.uniform(5, 20) * MM), int(r.uniform(5, 15) * MM)
        cv2.line(grey, (x, y), (x + int(8 * MM), y - int(r.uniform(0, 6) * MM)), 60.0, 2)
    return grey


def bilevel(r, grey, fax=False):
    h, w = grey.shape
    k = r.uniform(1.2, 1.9)
    size = (int(w * k), int(h * k * (r.choice([0.5, 1.0]) if fax else 1)))
    g = cv2.resize(grey, size, interpolation=cv2.INTER_LINEAR)
    g = noise(r, cv2.GaussianBlur(g, (0, 0), r.uniform(0.4, 1.4)), r.uniform(2, 22))
    if r.random() < 0.25:
        local = cv2.blur(g, (61, 61)) - r.uniform(8, 30)
        g = np.where(g < local, 0, 255)
    else:
        g = np.where(g < r.uniform(85, 215), 0, 255)
    g = g.astype(np.uint8)
    if r.random() < 0.6:
        g = specks(r, g, 10 ** r.uniform(-5.5, -3.3))
    if r.random() < 0.15:
        g = specks(r, g, 10 ** r.uniform(-5, -3), dark=False)
    if fax and r.random() < 0.5:
        for _ in range(int(r.integers(1, 4))):
            y = int(r.uniform(0, size[1] - 3))
            g[y:y + 1 + int(r.integers(0, 2))] = r.choice([0, 255])
    return cv2.resize(g, (w, h), interpolation=cv2.INTER_AREA)


def damaged(r, rgb, truth):
    """One of the ways a page reaches us; grey at 160 dpi and the maps that lie on it."""
    kind = r.choice(["digital", "scan", "photo", "copy", "bilevel", "fax"], p=[0.17, 0.31, 0.17, 0.1, 0.17, 0.08])
    grey = grey_of(r, rgb)
    if kind == "digital":
        if r.random() < 0.3:
            grey = jpeg(grey, r.integers(40, 95))
        return kind, grey, truth
    if kind == "photo":
        grey, truth = bend(r, grey, truth, r.normal(0, 1.5), 0.006, float(r.uniform(40, 240)))
        g = grey * shade(r, grey.shape, r.uniform(0.1, 0.55)) * r.uniform(0.7, 1)
        g = cv2.GaussianBlur(g, (0, 0), r.uniform(0.4, 1.9))
        g = noise(r, g, r.uniform(1, 9), r.choice([0, 0.7]))
        if r.random() < 0.5:
            g = np.clip(g * r.uniform(1, 1.25), 0, 255)
        return kind, jpeg(g, r.integers(25, 92)), truth
    grey, truth = bend(r, grey, truth, r.normal(0, 0.7), 0, 255.0 if r.random() < 0.7 else float(r.uniform(0, 200)))
    g = grey.astype(np.float32)
    if kind in ("bilevel", "fax"):
        if r.random() < 0.3:
            g = g * shade(r, g.shape, 0.2)
        return kind, bilevel(r, edges(r, g), kind == "fax"), truth
    paper, black = r.uniform(215, 255), r.uniform(0, 70)
    g = black + g * (paper - black) / 255
    g = edges(r, g)
    g = cv2.GaussianBlur(g, (0, 0), r.uniform(0.3, 1.2))
    if kind == "copy":
        c = r.uniform(1.3, 3)
        g = np.clip((g - 128) * c + 128 + r.uniform(-10, 70), 0, 255)
        g = specks(r, g, 10 ** r.uniform(-5.5, -3.8))
        if r.random() < 0.3:
            x = int(r.uniform(0, g.shape[1] - 3))
            g[:, x:x + int(r.integers(1, 3))] -= r.uniform(20, 120)
            g = np.clip(g, 0, 255)
    g = noise(r, g, r.uniform(0.5, 7), r.choice([0, 0, 0.8]))
    return kind, jpeg(g, r.integers(28, 95)) if r.random() < 0.8 else g.astype(np.uint8), truth
