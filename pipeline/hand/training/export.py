"""Writes the trained net as ONNX, batch norm folded. export.py NET.pt OUT.onnx"""
import sys

import torch

import lines
import train

net = train.Net()
net.load_state_dict(torch.load(sys.argv[1]))
net.eval()
torch.onnx.export(net, torch.ones(1, 1, lines.HEIGHT, 320), sys.argv[2], opset_version=11, input_names=["line"], output_names=["columns"],
                  dynamic_axes={"line": {3: "width"}, "columns": {3: "columns"}}, do_constant_folding=True)
