"""What is counted from what was measured: no clock, no process, so each is tested."""
import random
import statistics


def order(names, pair):
    """Every second pair runs backwards, so that what warms up or wears on favours none."""
    return list(names) if pair % 2 == 0 else list(reversed(names))


def ratio(above, below, rounds=10_000, seed=1):
    """Ratio of the medians of paired measurements -> (ratio, low, high): a bootstrap over pairs, its percentiles 2.5 and 97.5."""
    if not above or len(above) != len(below):
        raise ValueError('paired measurements are as many')
    lot, count = random.Random(seed), len(above)

    def of(pairs):
        return statistics.median(above[i] for i in pairs) / statistics.median(below[i] for i in pairs)

    drawn = sorted(of([lot.randrange(count) for _ in range(count)]) for _ in range(rounds))
    return of(range(count)), drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds) - 1]


def tree(parents, root):
    """`parents`: each process's parent. -> root and all its descendants."""
    found, last = {root}, 0
    while len(found) > last:
        last = len(found)
        found |= {child for child, parent in parents.items() if parent in found}
    return found


def parent_in(stat):
    """The parent in the text of /proc/PID/stat; a program's name may hold spaces and brackets."""
    return int(stat.rpartition(')')[2].split()[1])


def pss_in(rollup):
    """Bytes of Pss in the text of /proc/PID/smaps_rollup."""
    return next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith('Pss:')), 0)
