"""Weighs the net of the places against the verifier: the weights of both_say in slot_net.cpp.

usage: calibrate.py PAGES SLOT.pt PROBE MODELS
PAGES: folder of generated pages that no net has seen. SLOT.pt: weights that slot.py leaves beside its model. PROBE: the built
program marks_probe; MODELS: the folder with the three models."""
import glob
import json
import os
import subprocess
import sys
import tempfile

import cv2
import numpy as np
import torch
from torch.nn import functional as F

import export
import slot
from levelled import levelled

SIGNS, SEED = ("signature", "paraph"), 5


def marks_of(names, probe, models):
    with tempfile.TemporaryDirectory() as tmp:
        listed = []
        for i, f in enumerate(names):
            p = os.path.join(tmp, "%06d.pgm" % i)
            cv2.imwrite(p, np.load(f)["grey"])
            listed.append(p + " 80\n")
        out = subprocess.run([probe, models], input="".join(listed), text=True, capture_output=True, check=True).stdout
    return [json.loads(line)["marks"] for line in out.splitlines()]


def sign_in(box, marks, width, height):
    """How sure the verifier is of a signature or initials in the box, as Detector::ink_in asks it; 0 without ink of a hand."""
    best = 0.0
    for m in marks:
        x, y, w, h = m["box"][0] * width, m["box"][1] * height, m["box"][2] * width, m["box"][3] * height
        inside = max(0, min(box[0] + box[2], x + w) - max(box[0], x)) * max(0, min(box[1] + box[3], y + h) - max(box[1], y))
        if m["kind"] == "stamp" or inside <= 0.4 * w * h:
            continue
        # The probe tells the likeliest kind alone: of words, most of what is left may be a sign.
        best = max(best, m["confidence"] if m["kind"] in SIGNS else 0.6 * (1 - m["confidence"]))
    return best


def windows(names, net, segmenter, marks):
    """Rows of (place's signature, place's paraph, verifier's sign, truth of each: 1, 0 or -1)."""
    r, rows = np.random.default_rng(SEED), []
    for f, found in zip(names, marks):
        z = np.load(f)
        about, level = json.loads(str(z["marks"])), levelled(z["grey"])
        h, w = (n // 16 * 16 for n in level.shape)
        with torch.no_grad():
            maps = torch.sigmoid(segmenter(torch.from_numpy(level[None, None, :h, :w].copy())))[0, :3].numpy()
        boxes = slot.boxes(r, level, about["marks"], about["places"])
        seen = [slot.look(level, maps, box) for box in boxes]
        with torch.no_grad():
            shares = torch.sigmoid(net(*(torch.from_numpy(np.stack(part)).float() for part in zip(*seen)))).numpy()
        for box, p in zip(boxes, shares):
            t = slot.targets(box, about["marks"])
            rows.append((p[0], p[3], sign_in(box, found, z["grey"].shape[1], z["grey"].shape[0]), t[0], t[3]))
    return np.array(rows)


def log_odds(share, least):
    share = np.clip(share, least, 1 - least)
    return np.log(share / (1 - share))


def fitted(place, sign, truth):
    found = sign > 0
    x = torch.tensor(np.stack([log_odds(place, 0.001), log_odds(sign, 0.02) * found, ~found, np.ones_like(place)], 1)).float()
    y, weights = torch.tensor(truth).float(), torch.zeros(4, requires_grad=True)
    opt = torch.optim.LBFGS([weights], max_iter=200)

    def closure():
        opt.zero_grad()
        loss = F.binary_cross_entropy_with_logits(x @ weights, y) + 1e-4 * (weights ** 2).sum()
        loss.backward()
        return loss

    opt.step(closure)
    return weights.detach().numpy(), torch.sigmoid(x @ weights).detach().numpy()


def main():
    folder, start, probe, models = sys.argv[1:5]
    torch.set_num_threads(1)
    net = slot.Net()
    net.load_state_dict(torch.load(start))
    names = sorted(glob.glob(os.path.join(folder, "*.npz")))
    rows = windows(names, net.eval(), export.read(os.path.join(models, "segmenter.onnx")).eval(), marks_of(names, probe, models))
    for k, name in enumerate(SIGNS):
        keep = rows[:, 3 + k] >= 0
        weights, said = fitted(rows[keep, k], rows[keep, 2], rows[keep, 3 + k])
        there = rows[keep, 3 + k] == 1
        print(name, "place %.2f verifier %.2f nothing found %.2f bias %.2f" % tuple(weights), "of", there.sum(), "there and", (~there).sum(), "not:",
              " ".join("above %.2f %d rightly %d wrongly;" % (c, ((said > c) & there).sum(), ((said > c) & ~there).sum()) for c in (0.5, 0.85, 0.9, 0.95)))


if __name__ == "__main__":
    main()
