"""Runs every fuzz target for a while, side by side with --jobs; what a target finds stays in OUT.

    cmake --preset fuzz && cmake --build build/fuzz --target fuzz_all
    python3 tests/fuzz/run.py build/fuzz OUT [--seconds 600] [--jobs 2]
"""
import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys

SEEDS = pathlib.Path(__file__).parent / 'seeds'
TARGETS = ['email', 'formats', 'intake', 'messages', 'pages', 'reading', 'report', 'rulebook', 'signs']


def run(build, out, target, seconds):
    corpus = out / target
    corpus.mkdir(parents=True, exist_ok=True)
    result = subprocess.run([build / f'fuzz_{target}', corpus, SEEDS / target, f'-max_total_time={seconds}', '-timeout=60', '-rss_limit_mb=2048', f'-artifact_prefix={out}/{target}-',
                             '-print_final_stats=1'], text=True, capture_output=True)
    executed = re.search(r'number_of_executed_units:\s*(\d+)', result.stderr)
    return target, result.returncode, int(executed.group(1)) if executed else 0, result.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build', type=lambda p: pathlib.Path(p).resolve())
    parser.add_argument('out', type=lambda p: pathlib.Path(p).resolve())
    parser.add_argument('--seconds', type=int, default=600)
    parser.add_argument('--jobs', type=int, default=2)
    options = parser.parse_args()
    worst = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for target, code, executed, log in pool.map(lambda t: run(options.build, options.out, t, options.seconds), TARGETS):
            print(f'{target:10} {executed:>12,} inputs in {options.seconds} s: {"no finding" if code == 0 else "FINDING, see " + str(options.out)}', flush=True)
            if code:
                (options.out / f'{target}.log').write_text(log)
                worst = 1
    return worst


if __name__ == '__main__':
    sys.exit(main())
