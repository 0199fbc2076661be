"""Writes the ONNX file that OpenCV 4.6 reads, and reads it again. usage: export.py CHECKPOINT ONNX"""
import os
import sys

import onnx
import torch
from onnx import numpy_helper

import net as nets

HEIGHT, WIDTH = 960, 672  # A4 upright at 80 dpi, sides multiples of 16


def shaped_like(state):
    """A segmenter whose layers are those of the state: with batch norm or with it folded away."""
    net = nets.Segmenter()
    if "stem.0.bias" in state:
        net = nets.folded(net)
    net.load_state_dict(state)
    return net


def read(path):
    return shaped_like({w.name: torch.from_numpy(numpy_helper.to_array(w).copy()) for w in onnx.load(path).graph.initializer})


def write(state, path, height=HEIGHT, width=WIDTH):
    net = nets.folded(shaped_like(state))
    torch.onnx.export(net, torch.zeros(1, 1, height, width), path + ".part", opset_version=11, input_names=["page"],
                      output_names=["ink"], do_constant_folding=True)
    os.replace(path + ".part", path)


if __name__ == "__main__":
    write(torch.load(sys.argv[1])["ema"], sys.argv[2])
