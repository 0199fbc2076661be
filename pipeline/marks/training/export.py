"""Writes the ONNX file that OpenCV 4.6 reads. usage: export.py CHECKPOINT ONNX"""
import os
import sys

import torch

import net as nets

HEIGHT, WIDTH = 960, 672  # A4 upright at 80 dpi, sides multiples of 16


def write(state, path, height=HEIGHT, width=WIDTH):
    net = nets.Segmenter()
    net.load_state_dict(state)
    net = nets.folded(net)
    torch.onnx.export(net, torch.zeros(1, 1, height, width), path + ".part", opset_version=11, input_names=["page"],
                      output_names=["ink"], do_constant_folding=True)
    os.replace(path + ".part", path)


if __name__ == "__main__":
    write(torch.load(sys.argv[1])["ema"], sys.argv[2])
