"""Trains the recogniser of handwritten lines. train.py OUT.pt MINUTES [START.pt] [RATE]; then export.py."""
import sys
import time

import cv2
import numpy as np
import torch
from torch import nn

import lines

SEED = 2026
BATCH = 32


def conv(i, o, k=(3, 3), dilation=1):
    pad = ((k[0] - 1) // 2, (k[1] - 1) // 2 * dilation)
    return nn.Sequential(nn.Conv2d(i, o, k, padding=pad, dilation=(1, dilation), bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True))


class Residual(nn.Module):
    def __init__(self, n, dilation):
        super().__init__()
        self.body = nn.Sequential(conv(n, n, (1, 3), dilation), nn.Conv2d(n, n, (1, 3), padding=(0, 1), bias=False), nn.BatchNorm2d(n))

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Net(nn.Module):
    """1 x HEIGHT x W in, (1 + signs) x 1 x W/4 out: a column of logits for every four pixels. Convolutions only, so any width."""

    def __init__(self, signs=len(lines.ALPHABET)):
        super().__init__()
        self.body = nn.Sequential(
            conv(1, 16), nn.MaxPool2d(2), conv(16, 32), nn.MaxPool2d(2), conv(32, 56), conv(56, 56), nn.MaxPool2d((2, 1)), conv(56, 80),
            nn.Conv2d(80, 128, (5, 1), bias=False), nn.BatchNorm2d(128), nn.ReLU(inplace=True),
            Residual(128, 1), Residual(128, 2), Residual(128, 4), nn.Conv2d(128, 1 + signs, 1))

    def forward(self, x):
        return self.body(x)


class Lines(torch.utils.data.IterableDataset):
    """Batches without end, of lines of like width."""

    def __init__(self, first):
        self.first = first

    def __iter__(self):
        cv2.setNumThreads(1)
        i, step, info = self.first, 1, torch.utils.data.get_worker_info()
        if info:
            i, step = i + info.id, info.num_workers
        while True:
            pool = []
            for _ in range(8 * BATCH):
                pool.append(lines.line(i))
                i += step
            pool.sort(key=lambda it: it[0].shape[1])
            order = np.random.default_rng(i).permutation(8)
            for k in order:
                yield pool[k * BATCH:(k + 1) * BATCH]


def packed(batch):
    width = max(it[0].shape[1] for it in batch) + 8
    x = torch.ones(len(batch), 1, lines.HEIGHT, width)
    for k, (picture, _) in enumerate(batch):
        x[k, 0, :, :picture.shape[1]] = torch.from_numpy(np.ascontiguousarray(picture))
    said = [[lines.ALPHABET.index(c) + 1 for c in text] for _, text in batch]
    return x, torch.tensor(sum(said, [])), torch.tensor([len(s) for s in said])


def loss_of(net, batch):
    x, said, lengths = packed(batch)
    out = net(x)[:, :, 0].permute(2, 0, 1).log_softmax(2)
    columns = torch.tensor([min(out.shape[0], it[0].shape[1] // 4 + 2) for it in batch])
    return nn.functional.ctc_loss(out, said, columns, lengths, zero_infinity=True), out, columns


def greedy(column_best):
    text, last = "", 0
    for c in column_best:
        if c and c != last:
            text += lines.ALPHABET[c - 1]
        last = c
    return " ".join(text.split())


def errors(net, batches):
    """Share of lines read without a fault."""
    net.eval()
    right = count = 0
    with torch.no_grad():
        for batch in batches:
            _, out, columns = loss_of(net, batch)
            for k, (_, said) in enumerate(batch):
                right += greedy(out[:columns[k], k].argmax(1).tolist()) == said
                count += 1
    net.train()
    return 1 - right / count


def main():
    out, minutes = sys.argv[1], float(sys.argv[2])
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    net = Net().to(memory_format=torch.channels_last)
    if len(sys.argv) > 3 and sys.argv[3] != "-":
        net.load_state_dict(torch.load(sys.argv[3]))
    rate = float(sys.argv[4]) if len(sys.argv) > 4 else 2e-3
    print(sum(p.numel() for p in net.parameters()), "weights", flush=True)
    tuner = torch.optim.AdamW(net.parameters(), rate, weight_decay=1e-3)
    tests = [b for b, _ in zip(Lines(900_000_000), range(12))]
    first = int(sys.argv[5]) if len(sys.argv) > 5 else 0
    start, seen, mean = time.time(), 0, 0.0
    for step, batch in enumerate(torch.utils.data.DataLoader(Lines(first), batch_size=None, num_workers=1, prefetch_factor=16)):
        spent = (time.time() - start) / 60 / minutes
        if spent >= 1:
            break
        for group in tuner.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 200) * (0.5 + 0.5 * np.cos(np.pi * spent)) + 1e-6
        loss, _, _ = loss_of(net, batch)
        tuner.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        tuner.step()
        seen += len(batch)
        mean = loss.item() if step == 0 else 0.99 * mean + 0.01 * loss.item()
        if step % 500 == 499:
            print(f"{step + 1} steps, {seen} lines, {(time.time() - start) / 60:.1f} min, loss {mean:.3f}, lines with a fault {errors(net, tests):.3f}", flush=True)
            torch.save(net.state_dict(), out)
    torch.save(net.state_dict(), out)
    print("lines with a fault", errors(net, tests))


if __name__ == "__main__":
    main()
