"""The segmenter: grey page at 80 dpi in, four maps (print, pen, stamp, trace) at half that resolution out, as logits."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

CHANNELS = ("print", "pen", "stamp", "trace")


def conv(a, b, stride=1, groups=1, dilation=1, size=3):
    return nn.Sequential(nn.Conv2d(a, b, size, stride, dilation * (size // 2), dilation, groups, bias=False), nn.BatchNorm2d(b), nn.ReLU())


class Wide(nn.Module):
    """Depthwise-separable, dilated: looks far for few weights."""

    def __init__(self, c, dilation):
        super().__init__()
        self.far = conv(c, c, groups=c, dilation=dilation)
        self.mix = nn.Sequential(nn.Conv2d(c, c, 1, bias=False), nn.BatchNorm2d(c))

    def forward(self, x):
        return F.relu(x + self.mix(self.far(x)))


class Segmenter(nn.Module):
    def __init__(self, a=12, b=24, c=48, d=64):
        super().__init__()
        self.stem = conv(1, a, 2)
        self.quarter = nn.Sequential(conv(a, b, 2), conv(b, b))
        self.eighth = nn.Sequential(conv(b, c, 2), conv(c, c))
        self.deep = nn.Sequential(conv(c, d, 2), Wide(d, 1), Wide(d, 2), Wide(d, 4), Wide(d, 2))
        self.to_eighth = conv(d, c, size=1)
        self.up_eighth = conv(c, c)
        self.to_quarter = conv(c, b, size=1)
        self.up_quarter = conv(b, b)
        self.to_half = conv(b, a, size=1)
        self.up_half = conv(a, a)
        self.head = nn.Conv2d(a, len(CHANNELS), 1)

    def forward(self, x):
        h = self.stem(x)
        q = self.quarter(h)
        e = self.eighth(q)
        u = self.to_eighth(self.deep(e))
        u = self.up_eighth(e + F.interpolate(u, scale_factor=2.0, mode="nearest"))
        u = self.up_quarter(q + F.interpolate(self.to_quarter(u), scale_factor=2.0, mode="nearest"))
        u = self.up_half(h + F.interpolate(self.to_half(u), scale_factor=2.0, mode="nearest"))
        return self.head(u)


def set_rate(opt, rate, done, steps):
    """The learning rate after `done` of `steps`: half a cosine from `rate` down to a fiftieth of it."""
    for group in opt.param_groups:
        group["lr"] = rate * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * done / steps)))


def folded(net):
    """A copy with batch norm folded into the convolutions: OpenCV 4.6 refuses what the exporter makes of the rest."""
    import copy

    net = copy.deepcopy(net).eval()
    for m in list(net.modules()):
        if isinstance(m, nn.Sequential):
            for i in range(len(m) - 1):
                if isinstance(m[i], nn.Conv2d) and isinstance(m[i + 1], nn.BatchNorm2d):
                    m[i] = torch.nn.utils.fuse_conv_bn_eval(m[i], m[i + 1])
                    m[i + 1] = nn.Identity()
    return net
