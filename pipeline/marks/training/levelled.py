"""What the net sees: darkness against the local paper, 0 to 1. The C++ stage does the same (levelled.cpp)."""
import cv2
import numpy as np


def levelled(grey):
    """Grey page at 80 dpi -> float32 of the same size."""
    h, w = grey.shape
    small = cv2.resize(grey, (max(1, w // 4), max(1, h // 4)), interpolation=cv2.INTER_AREA)
    paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (9, 9))
    floor = np.percentile(small, 90) * 0.6
    paper = np.maximum(cv2.resize(paper, (w, h), interpolation=cv2.INTER_LINEAR).astype(np.float32), max(floor, 30.0))
    return np.clip(1 - grey.astype(np.float32) / paper, 0, 1)
