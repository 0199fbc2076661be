#!/usr/bin/env python3
"""What does confinement cost? CPU seconds of `paraphe check` as it is, against the same program where Landlock and seccomp are missing.

    confinement.py --samples PARAPHE_SAMPLES --paraphe PARAPHE --rules ENR.toml --out DIR [--pairs 10] [--pages 30] [--digital]

The dossier is the benchmark's (bench.py): scanned pages, or with --digital the same pages born digital, whose reading takes less, so that
confinement weighs more. Nothing is cached. Every second pair runs in the other order.

CPU seconds are user and system time of `paraphe` and of every process that it started. Readers killed when it ends are counted, too: who
outlives its parent becomes a child of this script.

The program has no switch that turns confinement off. For the runs without, its reader is started by a script that puts a small library, compiled
with `cc`, before it (LD_PRELOAD): to the calls that start Landlock and seccomp it answers ENOSYS, as a kernel without them would. All else is the
same: processes, messages, limits of memory and time. What the script and the library take, some milliseconds, counts for the runs without.
Which protections are there, `paraphe doctor` says beforehand and every run on its standard error: a run with others than it should have ends
the measurement.

The exit status is 2 when it cannot be measured here, with the reason, 1 when a command failed. Standard library only.
"""
import argparse
import ctypes
import os
import pathlib
import re
import shlex
import shutil
import statistics
import subprocess
import sys

import bench
import figures
import lot

WEIGHED = {'landlock', 'seccomp'}
SET_CHILD_SUBREAPER = 36  # linux/prctl.h

# Every other call is passed on. Arguments are read whether they were given or not, as glibc's own syscall() does.
LIBRARY = r'''
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#define TAKE(count) long a[count]; va_list list; va_start(list, first); for (int i = 0; i < (count); ++i) a[i] = va_arg(list, long); va_end(list)

long syscall(long first, ...) {
    TAKE(6);
    if (first == SYS_landlock_create_ruleset || first == SYS_landlock_add_rule || first == SYS_landlock_restrict_self || first == SYS_seccomp) return errno = ENOSYS, -1;
    return ((long (*)(long, ...))dlsym(RTLD_NEXT, "syscall"))(first, a[0], a[1], a[2], a[3], a[4], a[5]);
}

int prctl(int first, ...) {
    TAKE(4);
    if (first == PR_SET_SECCOMP) return errno = ENOSYS, -1;
    return ((int (*)(int, ...))dlsym(RTLD_NEXT, "prctl"))(first, a[0], a[1], a[2], a[3]);
}
'''


def cannot(why):
    print(f'cannot be measured here: {why}', file=sys.stderr)
    raise SystemExit(2)


def cpu_seconds(command):
    """Runs it. -> (user and system seconds of it and all its descendants, exit status, standard error)."""
    ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors='replace') as process:
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = used.ru_utime + used.ru_stime
    while True:
        try:
            _, _, used = os.wait4(-1, 0)
        except ChildProcessError:
            return seconds, process.returncode, said
        seconds += used.ru_utime + used.ru_stime


def told_missing(said):
    """The protections that `paraphe check` says are missing."""
    return set(re.findall(r'^paraphe ?: protection (?:absente|missing) ?: (\w+)', said, re.MULTILINE))


def told_by_doctor(said):
    """What `paraphe doctor` says. -> ({name: there?} of the readers' protections, [paths of the reader, the models, the rulebook])."""
    head, _, protections = said.partition('\nProtections des lecteurs\n')
    found = {name: word == 'ok' for word, name in re.findall(r'^  (ok|ABSENT) +(\w+)', protections.partition('\nFichiers')[0], re.MULTILINE)}
    return found, [pathlib.Path(path) for path in re.findall(r'^  (?:ok|ABSENT) +\S+  \((/.*)\)$', head, re.MULTILINE)]


def doctor(paraphe):
    return told_by_doctor(subprocess.run([paraphe, 'doctor'], capture_output=True, text=True).stdout)


def without_confinement(paraphe, places, folder):
    """-> the same program, beside a reader that finds neither Landlock nor seccomp."""
    reader, models, rulebook = places
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / 'absent.c').write_text(LIBRARY)
    done = subprocess.run(['cc', '-shared', '-fPIC', '-O2', '-w', '-o', folder / 'absent.so', folder / 'absent.c', '-ldl'], capture_output=True, text=True)
    if done.returncode:
        cannot(f'cc failed: {done.stderr.strip()[-500:]}')
    (folder / 'models').symlink_to(models)
    (folder / 'rules-data').symlink_to(rulebook.parent)
    (folder / 'paraphe-reader').write_text(f'#!/bin/sh\nLD_PRELOAD={shlex.quote(str(folder / "absent.so"))} exec {shlex.quote(str(reader))} "$@"\n')
    (folder / 'paraphe-reader').chmod(0o755)
    return pathlib.Path(shutil.copy(paraphe, folder / 'paraphe'))  # it looks for its reader beside itself


def measure(commands, missing, pairs):
    """`missing`: {name: the protections that must be missing}. -> {name: CPU seconds of each run}."""
    seconds = {name: [] for name in commands}
    for pair in range(pairs):
        for name in figures.order(commands, pair):
            used, status, said = cpu_seconds(commands[name])
            if status not in bench.VERDICTS:
                raise SystemExit(f"{' '.join(map(str, commands[name]))}\n  ended with {status}: {said[-500:]}")
            if told_missing(said) != missing[name]:
                raise SystemExit(f'a run {name} confinement lacked {sorted(told_missing(said))}, not {sorted(missing[name])}')
            seconds[name].append(used)
            print(f'  pair {pair + 1} of {pairs}: {name} {used:.2f} s', file=sys.stderr)
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--samples', type=lambda p: pathlib.Path(p).resolve(), default='build/release/paraphe-samples')
    parser.add_argument('--paraphe', type=lambda p: pathlib.Path(p).resolve(), default='build/release/paraphe')
    parser.add_argument('--rules', default='rules/enr.toml')
    parser.add_argument('--out', type=lambda p: pathlib.Path(p).resolve(), default='bench', help='what is drawn and read')
    parser.add_argument('--pairs', type=int, default=10)
    parser.add_argument('--pages', type=int, default=30, help='at least so many')
    parser.add_argument('--digital', action='store_true', help='the pages born digital; a cheque is a scan in both, so without cheques')
    parser.add_argument('--lot', type=int, default=16, help='candidates to draw; the papers are chosen among theirs')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--dpi', type=int, default=200)
    options = parser.parse_args()
    if options.pairs < 1:
        parser.error('--pairs: at least one')
    options.no_cheques = options.digital

    if not shutil.which('cc'):
        cannot('no C compiler (cc)')
    protections, places = doctor(options.paraphe)
    absent = {name for name, there in protections.items() if not there}
    if not protections or len(places) != 3:
        cannot(f'{options.paraphe} doctor does not say what protects the readers')
    if WEIGHED & absent:
        cannot(f"this machine has no {' and no '.join(sorted(WEIGHED & absent))}")
    bare = without_confinement(options.paraphe, places, options.out / 'without')
    left, _ = doctor(bare)
    if {name for name, there in left.items() if not there} != absent | WEIGHED:
        cannot(f'Landlock and seccomp could not be taken away: {left}')

    papers, as_of = lot.make(options, options.out)
    medium = 'digital' if options.digital else 'scanned'
    rest = ['check', options.out / medium, '--as-of', as_of, '--rules', options.rules]
    commands = {'with': [options.paraphe, *rest], 'without': [bare, *rest]}
    print(f'machine   {bench.machine()}')
    print(f"paraphe   {subprocess.run([options.paraphe, '--version'], capture_output=True, text=True).stdout.strip()}; readers have {', '.join(sorted(set(protections) - absent))}")
    print(f'pages     {sum(len(paper.pages) for paper in papers)} {medium} in {len(papers)} PDFs, seed {options.seed}')
    seconds = measure(commands, {'with': absent, 'without': absent | WEIGHED}, options.pairs)
    print(f"\n{f'CPU seconds, {options.pairs} pairs':34}median")
    for name, runs in seconds.items():
        print(f"  {name + ' Landlock and seccomp':30} {statistics.median(runs):8.2f}   all: {' '.join(f'{one:.2f}' for one in runs)}")
    middle, low, high = figures.ratio(seconds['with'], seconds['without'])
    print(f'with/without {middle:.4f} [{low:.4f}, {high:.4f}] at 95 %: confinement costs {100 * (middle - 1):.2f} % [{100 * (low - 1):.2f}, {100 * (high - 1):.2f}]')


if __name__ == '__main__':
    main()
