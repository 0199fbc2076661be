"""Trains the net that looks at a place for a signature: is one there, is a stamp, are words, are initials?

usage: slot.py draw WINDOWS SEGMENTER.onnx FIRST COUNT [over-stamps]
       slot.py train OUT.onnx EPOCHS WINDOWS...
`draw` draws pages that the segmenter has not seen (generate.py) and keeps windows of them in the folder WINDOWS. SEGMENTER: the
model of train.py whose maps the net reads."""
import os
import sys

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import export
import generate
import net as nets
from levelled import levelled

ANSWERS = ("signature", "stamp", "handwriting", "paraph")
HEIGHT, WIDTH = 80, 160  # of the window in map pixels (40 dpi): 51 x 102 mm
FINE = 4  # the fine picture has so many pixels (160 dpi) a map pixel
SEED, WINDOWS = 2016, 8


class Net(nn.Module):
    """Two inputs: darkness of the window at 160 dpi; print, pen and stamp maps at 40 dpi with the place itself as a mask."""

    def __init__(self):
        super().__init__()
        self.fine = nn.Sequential(nets.conv(1, 8, 2), nets.conv(8, 16, 2), nets.conv(16, 16))
        self.body = nn.Sequential(nets.conv(20, 24, 2), nets.conv(24, 24), nets.conv(24, 40, 2), nets.conv(40, 40), nets.conv(40, 64, 2), nets.conv(64, 64, 2))
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
        for _ in range(3):
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


def look(fine, maps, box):
    """The two inputs of the net for a place (pixels at 80 dpi) of a page, as slot_net.cpp makes them."""
    cx, cy = (box[0] + box[2] / 2) / 2, (box[1] + box[3] / 2) / 2
    place = np.zeros((1,) + maps.shape[1:], np.float32)
    place[0, int(box[1] / 2):int((box[1] + box[3]) / 2) + 1, int(box[0] / 2):int((box[0] + box[2]) / 2) + 1] = 1
    # The fine window starts where the coarse one does.
    x0, y0 = int(round(cx - WIDTH / 2)), int(round(cy - HEIGHT / 2))
    return (window(fine[None], FINE * (x0 + WIDTH / 2), FINE * (y0 + HEIGHT / 2), FINE * HEIGHT, FINE * WIDTH),
            window(np.concatenate([maps, place]), x0 + WIDTH / 2, y0 + HEIGHT / 2, HEIGHT, WIDTH))


def windows_of(index, at_sign_slot, segmenter):
    """Of one page drawn for it: (darkness, maps, truth) of each window, the first two as bytes."""
    p, _, grey, layers = generate.drawn(index, at_sign_slot)
    small, _, marks, places, y0 = generate.coarse(p, grey, layers)
    fine = levelled(grey[2 * y0:2 * (y0 + len(small))], 2)
    level = levelled(small)
    h, w = (n // 16 * 16 for n in level.shape)
    with torch.no_grad():
        maps = torch.sigmoid(segmenter(torch.from_numpy(level[None, None, :h, :w].copy())))[0, :3].numpy()
    r = np.random.default_rng(SEED + index)
    for box in boxes(r, level, marks, places):
        dark, m = look(fine, maps, box)
        yield (dark * 255).astype(np.uint8), (m * 255).astype(np.uint8), targets(box, marks)


def draw(folder, start, first, count, at_sign_slot):
    os.makedirs(folder, exist_ok=True)
    segmenter = export.read(start).eval()
    for index in range(first, first + count):
        name = os.path.join(folder, "%06d.npz" % index)
        if os.path.exists(name):
            continue
        dark, maps, truth = (np.array(part) for part in zip(*windows_of(index, at_sign_slot, segmenter)))
        with open(name + ".part", "wb") as f:
            np.savez(f, dark=dark, maps=maps, truth=truth.astype(np.int8))
        os.rename(name + ".part", name)


def gathered(folders):
    """All windows of the folders, a sixteenth of the pages held out."""
    dark, maps, truth, held = [], [], [], []
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".npz"):
                continue
            z = np.load(os.path.join(folder, name))
            dark += list(z["dark"])
            maps += list(z["maps"])
            truth += list(z["truth"])
            held += [int(name[:-4]) % 16 == 0] * len(z["truth"])
    return dark, maps, np.array(truth), np.array(held)


def varied(r, dark, maps):
    d, m = batch(dark, maps)
    if r.random() < 0.5:
        d = d * float(r.uniform(0.6, 1.2))
    d = (d + torch.randn(d.shape) * float(r.uniform(0, 0.03))).clamp(0, 1)
    return d.contiguous(memory_format=torch.channels_last), m.contiguous(memory_format=torch.channels_last)


def batch(dark, maps):
    return torch.from_numpy(np.stack(dark)).float() / 255, torch.from_numpy(np.stack(maps)).float() / 255


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


def train(out, epochs, folders):
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    dark, maps, truth, held = gathered(folders)
    print("windows", len(dark), "held out", held.sum(), flush=True)
    net, r = Net().to(memory_format=torch.channels_last), np.random.default_rng(SEED)
    opt = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.02)
    seen, test = np.where(~held)[0], np.where(held)[0]
    of = lambda rows: ([dark[i] for i in rows], [maps[i] for i in rows])
    steps, done = epochs * (len(seen) // 64), 0
    for epoch in range(epochs):
        net.train()
        order = r.permutation(seen)
        for i in range(0, len(order) - 63, 64):
            nets.set_rate(opt, 2e-3, done, steps)
            j = order[i:i + 64]
            loss = loss_of(net(*varied(r, *of(j))), torch.from_numpy(truth[j]))
            opt.zero_grad(set_to_none=True)
            loss.backward()
            opt.step()
            done += 1
            if done % 50 == 0:
                print("step %d of %d loss %.4f" % (done, steps, loss.item()), flush=True)
        net.eval()
        with torch.no_grad():
            z = torch.cat([net(*batch(*of(test[k:k + 128]))) for k in range(0, len(test), 128)])
        print("epoch %d loss %.4f held-out %.4f" % (epoch + 1, loss.item(), loss_of(z, torch.from_numpy(truth[test])).item()), flush=True)
        told(z.numpy(), truth[test])
        torch.save(net.state_dict(), out + ".pt")
    torch.onnx.export(nets.folded(net).to(memory_format=torch.contiguous_format),
                      (torch.zeros(1, 1, FINE * HEIGHT, FINE * WIDTH), torch.zeros(1, 4, HEIGHT, WIDTH)), out, opset_version=11, input_names=["dark", "maps"], output_names=["answers"])


def main():
    if sys.argv[1] == "train":
        return train(sys.argv[2], int(sys.argv[3]), sys.argv[4:])
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    ink = generate.over_a_stamp if sys.argv[6:] == ["over-stamps"] else generate.at_sign_slot
    draw(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]), ink)


if __name__ == "__main__":
    main()
