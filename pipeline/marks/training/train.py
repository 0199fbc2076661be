"""Trains the segmenter. usage: train.py PAGES OUT STEPS LR [START.onnx]   (seconds do not count: steps do)

With START the training goes on from a model that was written before: its batch norm is folded away and stays so."""
import glob
import json
import os
import sys
import time

import cv2
import numpy as np
import torch
from torch.nn import functional as F

import export
import net as nets
from levelled import levelled

SIDE, BATCH, SEED = 256, 16, 2016
WEIGHT = torch.tensor([0.5, 2.0, 2.0, 1.0]).view(1, 4, 1, 1)


class Pages:
    """All pages in memory; looks for new ones now and then."""

    def __init__(self, folder):
        self.folder, self.names, self.x, self.bits, self.marks = folder, set(), [], [], []
        self.refresh()

    def refresh(self):
        for f in sorted(glob.glob(os.path.join(self.folder, "*.npz"))):
            if f in self.names:
                continue
            z = np.load(f)
            self.names.add(f)
            self.x.append((levelled(z["grey"]) * 255).astype(np.uint8))
            self.bits.append(z["bits"])
            self.marks.append(json.loads(str(z["marks"]))["marks"])

    def crop(self, r):
        i = r.integers(len(self.x))
        x, bits, marks = self.x[i], self.bits[i], self.marks[i]
        side = int(SIDE * r.uniform(0.8, 1.25)) // 2 * 2
        h, w = x.shape
        cx, cy = r.uniform(0, w), r.uniform(0, h)
        if marks and r.random() < 0.5:
            small = [m for m in marks if max(m[3], m[4]) < 32]
            m = (small if small and r.random() < 0.5 else marks)
            m = m[r.integers(len(m))]
            cx, cy = m[1] + m[3] / 2 + r.normal(0, 60), m[2] + m[4] / 2 + r.normal(0, 60)
        x0, y0 = int(np.clip(cx - side / 2, -40, max(-40, w - side + 40))), int(np.clip(cy - side / 2, -40, max(-40, h - side + 40)))
        px, pb = np.zeros((side, side), np.uint8), np.zeros((side, side), np.uint8)
        a, b, c, d = max(0, x0), max(0, y0), min(w, x0 + side), min(h, y0 + side)
        if c > a and d > b:
            px[b - y0:d - y0, a - x0:c - x0] = x[b:d, a:c]
            pb[b - y0:d - y0, a - x0:c - x0] = bits[b:d, a:c]
        return self.varied(r, px, pb)

    @staticmethod
    def varied(r, px, pb):
        if side_differs := px.shape[0] != SIDE:
            px = cv2.resize(px, (SIDE, SIDE), interpolation=cv2.INTER_AREA if px.shape[0] > SIDE else cv2.INTER_LINEAR)
        if side_differs:
            pb = cv2.resize(pb, (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
        if r.random() < 0.06:
            k = int(r.integers(1, 4))
            px, pb = np.rot90(px, k), np.rot90(pb, k)
        f = px.astype(np.float32) / 255
        if r.random() < 0.5:
            f = f ** r.uniform(0.7, 1.4)
        f = f * (r.uniform(0.35, 1) if r.random() < 0.35 else r.uniform(0.85, 1.15))
        if r.random() < 0.25:
            f = cv2.GaussianBlur(f, (0, 0), r.uniform(0.3, 0.9))
        if r.random() < 0.35:
            f = f + r.normal(0, r.uniform(0.005, 0.04), f.shape)
        half = pb.reshape(SIDE // 2, 2, SIDE // 2, 2)
        half = half[:, 0, :, 0] | half[:, 1, :, 0] | half[:, 0, :, 1] | half[:, 1, :, 1]
        return np.clip(f, 0, 1).astype(np.float32), half


def loss_of(logits, bits):
    truth = torch.stack([(bits & k) > 0 for k in (1, 2, 4, 8)], 1).float()
    keep = ((bits & 128) == 0).float().unsqueeze(1)
    bce = F.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    up = 1 + truth * 1.5
    each = (bce * up * WEIGHT * keep).mean(1)
    hardest = each.flatten().topk(each.numel() // 40)[0].mean()
    p = torch.sigmoid(logits[:, 1:3]) * keep
    t = truth[:, 1:3] * keep
    dice = 1 - (2 * (p * t).sum((0, 2, 3)) + 1) / ((p + t).sum((0, 2, 3)) + 1)
    return 2 * each.mean() + 0.25 * hardest + 0.5 * dice.sum(), bce.detach()


def main():
    folder, out, steps, rate = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    os.makedirs(out, exist_ok=True)
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.manual_seed(SEED)
    r = np.random.default_rng(SEED + steps)
    net = export.read(sys.argv[5]) if len(sys.argv) > 5 else nets.Segmenter()
    net = net.to(memory_format=torch.channels_last)
    ema = {k: v.clone() for k, v in net.state_dict().items()}
    opt = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01)
    pages = Pages(folder)
    began, mean = time.time(), 0.0
    for step in range(steps):
        if step % 100 == 0:
            pages.refresh()
        k = min(1.0, (step + 1) / 100) * (0.05 + 0.95 * 0.5 * (1 + np.cos(np.pi * step / steps)))
        for g in opt.param_groups:
            g["lr"] = rate * k
        batch = [pages.crop(r) for _ in range(BATCH)]
        x = torch.from_numpy(np.stack([b[0] for b in batch])).unsqueeze(1).contiguous(memory_format=torch.channels_last)
        bits = torch.from_numpy(np.stack([b[1] for b in batch]))
        loss, _ = loss_of(net(x), bits)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        opt.step()
        decay = min(0.995, 1 - 1 / (step + 2))
        with torch.no_grad():
            for name, v in net.state_dict().items():
                if v.dtype.is_floating_point:
                    ema[name].mul_(decay).add_(v, alpha=1 - decay)
                else:
                    ema[name].copy_(v)
        mean = loss.item() if step == 0 else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 49 or step == 9 or step == steps - 1:
            print("%d loss %.4f pages %d %.2f s/step" % (step + 1, mean, len(pages.x), (time.time() - began) / (step + 1)), flush=True)
        if step % 200 == 199 or step == steps - 1:
            torch.save({"ema": ema, "step": step + 1}, os.path.join(out, "last.pt.part"))
            os.replace(os.path.join(out, "last.pt.part"), os.path.join(out, "last.pt"))
            export.write(ema, os.path.join(out, "ink.onnx"))


if __name__ == "__main__":
    main()
