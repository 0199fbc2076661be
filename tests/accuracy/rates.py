"""Rates with their counts and Wilson's 95 % intervals, as the tables of figures print them."""
import collections
import math
import random


def wilson(right, count):
    """-> (rate, low, high)."""
    if count == 0:
        return None
    z, p = 1.96, right / count
    middle, spread = p + z * z / (2 * count), z * math.sqrt(p * (1 - p) / count + z * z / (4 * count * count))
    return p, max(0.0, (middle - spread) / (1 + z * z / count)), min(1.0, (middle + spread) / (1 + z * z / count))


def told(right, count):
    found = wilson(right, count)
    return '        -' if found is None else f'{100 * found[0]:6.1f} %   {right}/{count}   [{100 * found[1]:.1f}, {100 * found[2]:.1f}]'


def line(title, right, count):
    print(f'  {title:44} ' + told(right, count))


def row(title, goal, figure):
    """A line of a table of figures to reach; a part of the row above it begins with two blanks."""
    print(f'{title:64} {goal:>14}  {figure}')


class Rates:
    """How often something was right, by what it is."""

    def __init__(self):
        self.rates = collections.defaultdict(lambda: [0, 0])

    def count(self, key, right, times=1):
        self.rates[key][0] += times if right else 0
        self.rates[key][1] += times

    def told(self, key):
        return told(*self.rates.get(key, (0, 0)))


def bootstrap(groups, figure, rounds=2000, seed=1):
    """`figure` of a list of groups -> (figure, low, high): the groups drawn again, percentiles 2.5 and 97.5. None where it cannot be said."""
    lot = random.Random(seed)
    whole = figure(groups)
    if whole is None:
        return None
    drawn = sorted(f for f in (figure(lot.choices(groups, k=len(groups))) for _ in range(rounds)) if f is not None)
    return whole, drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn)) - 1]
