"""Trains the net that looks at a place for a signature: is one there, is a stamp, are words, are initials?

usage: slot.py PAGES SEGMENTER.onnx OUT.onnx EPOCHS
PAGES: folder of generated pages that the segmenter has not seen. SEGMENTER: the model of train.py whose maps the net reads."""
import glob
import json
import os
import sys

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import export
import net as nets
from levelled import levelled

ANSWERS = ("signature", "stamp", "handwriting", "paraph")
HEIGHT, WIDTH = 80, 160  # of the window in map pixels (40 dpi): 51 x 102 mm
SEED, WINDOWS = 2016, 12


class Net(nn.Module):
    """Two inputs: darkness of the window at 80 dpi; print, pen and stamp maps at 40 dpi with the place itself as a mask."""

    def __init__(self):
        super().__init__()
        self.fine = nets.conv(1, 8, 2)
        self.body = nn.Sequential(nets.conv(12, 24, 2), nets.conv(24, 24), nets.conv(24, 40, 2), nets.conv(40, 40), nets.conv(40, 64, 2), nets.conv(64, 64, 2))
        self.drop = nn.Dropout(0.3)
        self.head = nn.Sequential(nn.Linear(128, 48), nn.ReLU(), nn.Linear(48, len(ANSWERS)))

    def forward(self, dark, maps):
        x = self.body(torch.cat([self.fine(dark), maps], 1))
        x = torch.cat([x.amax((2, 3)), x.mean((2, 3))], 1)
        return self.head(self.drop(x))


def shares(box, marks, kind):
    """The largest part of a mark of the kind that lies in the box."""
    best = 0.0
    for k, x, y, w, h in marks:
        if k != kind:
            continue
        a = min(box[0] + box[2], x + w) - max(box[0], x)
        b = min(box[1] + box[3], y + h) - max(box[1], y)
        if a > 0 and b > 0:
            best = max(best, a * b / (w * h))
    return best


def targets(box, marks):
    """1 there, 0 not there, -1 neither right nor wrong."""
    out = []
    for kind in ANSWERS:
        s = shares(box, marks, kind)
        out.append(1 if s >= 0.45 else -1 if s > 0.12 else 0)
    # Initials in a signature's place, or a signature where initials would do: neither right nor wrong.
    if out[0] == 0 and out[3] != 0:
        out[0] = -1
    if out[3] == 0 and out[0] != 0:
        out[3] = -1
    return out


def boxes(r, page, marks, places):
    """Places as extractors give them, and others anywhere."""
    h, w = page.shape
    out = []
    for p in places:
        for _ in range(4):
            x, y, bw, bh = p
            out.append((x + r.normal(0, 8), y + r.normal(0, 8), bw * r.uniform(0.7, 1.3), bh * r.uniform(0.7, 1.5)))
    while len(out) < WINDOWS:
        bw, bh = r.uniform(110, 300), r.uniform(45, 150)
        if marks and r.random() < 0.6:
            _, x, y, mw, mh = marks[r.integers(len(marks))]
            cx, cy = x + mw * r.uniform(-0.2, 1.2), y + mh * r.uniform(-0.4, 1.4)
        else:
            cx, cy = r.uniform(0, w), r.uniform(0, h)
        out.append((cx - bw / 2, cy - bh / 2, bw, bh))
    return [(max(0, x), max(0, y), min(w, x + bw) - max(0, x), min(h, y + bh) - max(0, y)) for x, y, bw, bh in out if x + bw > 40 and y + bh > 20 and x < w - 40 and y < h - 20]


def window(picture, cx, cy, height, width):
    out = np.zeros(picture.shape[:-2] + (height, width), picture.dtype)
    x0, y0 = int(round(cx - width / 2)), int(round(cy - height / 2))
    a, b, c, d = max(0, x0), max(0, y0), min(picture.shape[-1], x0 + width), min(picture.shape[-2], y0 + height)
    if c > a and d > b:
        out[..., b - y0:d - y0, a - x0:c - x0] = picture[..., b:d, a:c]
    return out


def look(level, maps, box):
    """The two inputs of the net for a place of a page, as slot_net.cpp makes them."""
    cx, cy = (box[0] + box[2] / 2) / 2, (box[1] + box[3] / 2) / 2
    place = np.zeros((1,) + maps.shape[1:], np.float32)
    place[0, int(box[1] / 2):int((box[1] + box[3]) / 2) + 1, int(box[0] / 2):int((box[0] + box[2]) / 2) + 1] = 1
    # The fine window starts at twice the coarse one's corner.
    x0, y0 = int(round(cx - WIDTH / 2)), int(round(cy - HEIGHT / 2))
    return (window(level[None], 2 * x0 + WIDTH, 2 * y0 + HEIGHT, 2 * HEIGHT, 2 * WIDTH),
            window(np.concatenate([maps, place]), x0 + WIDTH / 2, y0 + HEIGHT / 2, HEIGHT, WIDTH))


class Windows:
    """All windows in memory, in arrays that grow by doubling: 0.1 MB each."""

    def __init__(self):
        self.count, self.page = 0, np.zeros(1024, np.int32)
        self.dark, self.maps = np.zeros((1024, 1, 2 * HEIGHT, 2 * WIDTH), np.uint8), np.zeros((1024, 4, HEIGHT, WIDTH), np.uint8)
        self.truth = np.zeros((1024, len(ANSWERS)), np.int8)

    def add(self, dark, maps, truth, page):
        if self.count == len(self.page):
            for name in ("page", "dark", "maps", "truth"):
                a = getattr(self, name)
                getattr(self, name).resize((2 * len(a),) + a.shape[1:], refcheck=False)
        i = self.count
        self.dark[i], self.maps[i], self.truth[i], self.page[i] = dark, maps, truth, page
        self.count += 1


def gather(folder, segmenter):
    r = np.random.default_rng(SEED)
    found = Windows()
    for i, f in enumerate(sorted(glob.glob(os.path.join(folder, "*.npz")))):
        z = np.load(f)
        about = json.loads(str(z["marks"]))
        level = levelled(z["grey"])
        h, w = (n // 16 * 16 for n in level.shape)
        with torch.no_grad():
            m = torch.sigmoid(segmenter(torch.from_numpy(level[None, None, :h, :w].copy())))[0, :3].numpy()
        for box in boxes(r, level, about["marks"], about["places"]):
            dark, maps = look(level, m, box)
            found.add((dark * 255).astype(np.uint8), (maps * 255).astype(np.uint8), targets(box, about["marks"]), i)
    n = found.count
    return found.dark[:n], found.maps[:n], found.truth[:n], found.page[:n] % 16 == 0


def varied(r, dark, maps):
    d, m = torch.from_numpy(dark).float() / 255, torch.from_numpy(maps).float() / 255
    if r.random() < 0.5:
        d = d * float(r.uniform(0.6, 1.2))
    d = (d + torch.randn(d.shape) * float(r.uniform(0, 0.03))).clamp(0, 1)
    return d.contiguous(memory_format=torch.channels_last), m.contiguous(memory_format=torch.channels_last)


def loss_of(logits, truth):
    keep = (truth >= 0).float()
    each = F.binary_cross_entropy_with_logits(logits, truth.clamp(min=0).float(), reduction="none")
    return (each * keep * torch.tensor([2.0, 1.0, 1.0, 2.0])).sum() / keep.sum()


def told(z, y):
    """What is said at several confidences, for each answer."""
    for k, name in enumerate(ANSWERS):
        keep = y[:, k] >= 0
        p, t = 1 / (1 + np.exp(-z[keep, k])), y[keep, k] == 1
        order = np.argsort(p)
        rank = np.empty(len(p))
        rank[order] = np.arange(1, len(p) + 1)
        auroc = (rank[t].sum() - t.sum() * (t.sum() + 1) / 2) / max(1, t.sum() * (~t).sum())
        print("%-12s n %d there %d AUROC %.4f" % (name, len(p), t.sum(), auroc), " ".join(
            "p>%.2f: %d right %d wrong;" % (c, ((p > c) & t).sum(), ((p > c) & ~t).sum()) for c in (0.5, 0.8, 0.9, 0.95, 0.98)), " ".join(
            "p<%.2f: %d right %d wrong;" % (c, ((p < c) & ~t).sum(), ((p < c) & t).sum()) for c in (0.1, 0.05, 0.02)))


def main():
    folder, start, out, epochs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    dark, maps, truth, held = gather(folder, export.read(start).eval())
    print("windows", len(dark), "held out", held.sum(), flush=True)
    net, r = Net().to(memory_format=torch.channels_last), np.random.default_rng(SEED)
    opt = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.02)
    train, test = np.where(~held)[0], np.where(held)[0]
    steps, done = epochs * (len(train) // 64), 0
    for epoch in range(epochs):
        net.train()
        order = r.permutation(train)
        for i in range(0, len(order) - 63, 64):
            nets.set_rate(opt, 2e-3, done, steps)
            j = order[i:i + 64]
            loss = loss_of(net(*varied(r, dark[j], maps[j])), torch.from_numpy(truth[j]))
            opt.zero_grad(set_to_none=True)
            loss.backward()
            opt.step()
            done += 1
        net.eval()
        with torch.no_grad():
            z = torch.cat([net(torch.from_numpy(dark[test[k:k + 256]]).float() / 255, torch.from_numpy(maps[test[k:k + 256]]).float() / 255) for k in range(0, len(test), 256)])
        print("epoch %d loss %.4f held-out %.4f" % (epoch + 1, loss.item(), loss_of(z, torch.from_numpy(truth[test])).item()), flush=True)
    told(z.numpy(), truth[test])
    torch.save(net.state_dict(), out + ".pt")
    torch.onnx.export(nets.folded(net).to(memory_format=torch.contiguous_format), (torch.zeros(1, 1, 2 * HEIGHT, 2 * WIDTH), torch.zeros(1, 4, HEIGHT, WIDTH)), out, opset_version=11,
                      input_names=["dark", "maps"], output_names=["answers"])


if __name__ == "__main__":
    main()
