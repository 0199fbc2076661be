"""Trains the verifier of candidates.

usage: verifier.py PAGES PROBE OUT EPOCHS
PAGES: folder of generated pages that the segmenter has not seen; PROBE: the built program marks_probe.
PROBE is given the segmenter's model folder by its own option; see README.md."""
import glob
import json
import os
import subprocess
import sys
import tempfile

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import net as nets

KINDS = ["nothing", "signature", "paraph", "handwriting", "stamp"]
FIGURES, SHAPE, SEED = 32, (4, 48, 96), 2016
RECORD = np.dtype([("page", "<i4"), ("box", "<f4", 4), ("layer", "<i4"), ("figures", "<f4", FIGURES), ("patch", "u1", SHAPE)])


class Net(nn.Module):
    def __init__(self, mean, spread):
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("scale", 1 / spread)

        def block(a, b):
            return nn.Sequential(nn.Conv2d(a, b, 3, 2, 1, bias=False), nn.BatchNorm2d(b), nn.ReLU())

        self.look = nn.Sequential(block(4, 16), block(16, 32), block(32, 48), block(48, 64))
        self.mix = nn.Sequential(nn.Linear(64 * 3 * 6, 48), nn.ReLU())
        self.count = nn.Sequential(nn.Linear(FIGURES, 48), nn.ReLU())
        self.head = nn.Sequential(nn.Linear(96, 64), nn.ReLU(), nn.Linear(64, len(KINDS)))
        self.drop = nn.Dropout(0.25)

    def forward(self, figures, patch):
        a = self.mix(self.drop(self.look(patch).flatten(1)))
        b = self.count((figures - self.mean) * self.scale)
        return self.head(self.drop(torch.cat([a, b], 1)))


def overlap(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return max(0, w) * max(0, h)


def target(box, layer, marks):
    """The kind of the mark that the box holds; -1 when neither right nor wrong."""
    marks = [m for m in marks if (m[0] == "stamp") == (layer == 1)]
    best, kind = 0.0, 0
    for m in marks:
        s = overlap(box, m[1:])
        iou = s / (box[2] * box[3] + m[3] * m[4] - s)
        if iou > best:
            best, kind = iou, KINDS.index(m[0])
    if best >= 0.5:
        return kind
    words = [m for m in marks if m[0] == "handwriting" and overlap(box, m[1:]) > 0.6 * m[3] * m[4]]
    if words and sum(overlap(box, m[1:]) for m in words) > 0.5 * box[2] * box[3]:
        return 3
    return -1 if best >= 0.35 else 0


def gather(folder, probe):
    names = sorted(glob.glob(os.path.join(folder, "*.npz")))
    with tempfile.TemporaryDirectory() as tmp:
        listed, truths = [], []
        for i, f in enumerate(names):
            z = np.load(f)
            p = os.path.join(tmp, "%06d.pgm" % i)
            cv2.imwrite(p, z["grey"])
            listed.append(p + " 80\n")
            truths.append(json.loads(str(z["marks"]))["marks"])
        out = os.path.join(tmp, "candidates.bin")
        subprocess.run([*probe.split(), "--candidates", out], input="".join(listed), text=True, check=True)
        rec = np.fromfile(out, RECORD)
    y = np.array([target(b, l, truths[p]) for p, b, l in zip(rec["page"], rec["box"], rec["layer"])])
    return rec, y


def export(net, path):
    net = net.eval()
    for i, b in enumerate(net.look):
        conv = torch.nn.utils.fuse_conv_bn_eval(b[0], b[1])
        net.look[i] = nn.Sequential(conv, nn.ReLU())
    torch.onnx.export(net, (torch.zeros(1, FIGURES), torch.zeros(1, *SHAPE)), path, opset_version=11, input_names=["figures", "patch"], output_names=["kind"])


def main():
    folder, probe, out, epochs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rec, y = gather(folder, probe)
    keep = y >= 0
    rec, y = rec[keep], y[keep]
    print("candidates", len(y), dict(zip(KINDS, np.bincount(y, minlength=5))))
    held = rec["page"] % 10 == 0
    fig, patch, y = torch.from_numpy(rec["figures"].copy()), torch.from_numpy(rec["patch"].copy()), torch.from_numpy(y)
    train, test = np.where(~held)[0], np.where(held)[0]
    net = Net(fig[train].mean(0), fig[train].std(0) + 1e-3)
    opt = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.02)
    r = np.random.default_rng(SEED)
    steps = epochs * (len(train) // 64)
    done = 0
    for epoch in range(epochs):
        net.train()
        order = r.permutation(train)
        for i in range(0, len(order) - 63, 64):
            nets.set_rate(opt, 2e-3, done, steps)
            j = order[i:i + 64]
            f = fig[j] + torch.randn(64, FIGURES) * 0.08 * (1 / net.scale)
            p = patch[j].float() / 255 * (1 + 0.15 * torch.randn(64, 1, 1, 1))
            shift = r.integers(-3, 4, 2)
            p = torch.roll(p, tuple(int(s) for s in shift), (2, 3))
            loss = F.cross_entropy(net(f, p), y[j], label_smoothing=0.01)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            opt.step()
            done += 1
        net.eval()
        with torch.no_grad():
            z = torch.cat([net(fig[test[k:k + 256]], patch[test[k:k + 256]].float() / 255) for k in range(0, len(test), 256)])
        print("epoch %d loss %.3f held-out %.3f accuracy %.3f" % (epoch + 1, loss.item(), F.cross_entropy(z, y[test]).item(), (z.argmax(1) == y[test]).float().mean()), flush=True)
    table = np.zeros((5, 5), int)
    for a, b in zip(y[test].numpy(), z.argmax(1).numpy()):
        table[a, b] += 1
    print("rows truth, columns found:", *KINDS)
    print(table)
    export(net, out)


if __name__ == "__main__":
    main()
