#!/usr/bin/env python3
"""How well alterations of an official form are seen: the standard of drawn dossiers, as it is and with one point changed, taken out or
added to, each held against its own form.

    forms.py --samples PROGRAM --paraphe PROGRAM --rules RULEBOOK [--seed N] [--count N] [--jobs N] --out FOLDER

Prints how many unaltered standards passed and how many altered ones were told, electronic files and scans apart, with 95 % intervals.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys

import rates

CLAUSES = ('', 'changed', 'removed', 'added')
CHECK = 'referential.form'


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ('samples', 'paraphe', 'rules', 'out'):
        parser.add_argument('--' + name, required=True)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--count', type=int, default=10, help='dossiers of each kind and medium')
    parser.add_argument('--jobs', type=int, default=1)
    return parser.parse_args()


def draw(options, medium, clause):
    folder = pathlib.Path(options.out) / medium / (clause or 'unaltered')
    shutil.rmtree(folder, ignore_errors=True)
    command = [options.samples, '--seed', str(options.seed), '--count', str(options.count), '--out', folder, '--clean', '--forms', '--medium', medium, '--hand', 'none',
               '--style', 'separate', '--container', 'folder']
    subprocess.run(command + (['--clause', clause] if clause else []), check=True)
    return folder


def rulebook_for(options, dossier, forms):
    """The shipped rulebook beside the form, and naming it."""
    book = pathlib.Path(options.rules).read_text(encoding='utf-8')
    named = book.replace('# form = "referentiel.pdf"', 'form = "referential.pdf"', 1)
    assert named != book, 'the rulebook no longer shows where a form is named'
    path = forms / 'rules.toml'
    path.write_text(named, encoding='utf-8')
    return path


def standard_of(folder, truth):
    return next(folder / truth['path'] / d['path'] for d in truth['documents'] if d['piece'] == 'referential')


def check(options, folder, truth):
    """The code of the check's answer for the standard alone."""
    book = rulebook_for(options, truth, folder / (truth['name'] + '.forms'))
    report = folder / (truth['name'] + '.json')
    subprocess.run([options.paraphe, 'check', standard_of(folder, truth), '--as-of', truth['as_of'], '--rules', book, '--json', report, '--jobs', '1'],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    pieces = json.loads(report.read_text(encoding='utf-8'))['pieces']
    answers = [c for piece in pieces for c in piece['checks'] if c['id'] == CHECK]
    return (answers[0]['code'], answers[0]['message']) if answers else ('absent', '')


def as_it_is(code, clause):
    """An altered standard is told by its words; any other doubt of the same check is none."""
    return code.startswith('referential.form_text_') if clause else code == CHECK + '.ok'


def main():
    options = arguments()
    table = collections.defaultdict(list)
    for medium in ('electronic', 'scanned'):
        for clause in CLAUSES:
            folder = draw(options, medium, clause)
            truths = [t for t in json.loads((folder / 'truth.json').read_text(encoding='utf-8'))['dossiers'] if any(d['piece'] == 'referential' for d in t['documents'])]
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                table[medium, clause] = list(pool.map(lambda truth: (truth['name'], *check(options, folder, truth)), truths))
    for (medium, clause), answers in table.items():
        right = sum(as_it_is(code, clause) for _, code, _ in answers)
        rates.line(f'{medium}, {clause or "unaltered"}: ' + ('passed' if clause == '' else 'told'), right, len(answers))
        for name, code, message in answers:
            if not as_it_is(code, clause):
                print(f'    {name} {code} {message}')
    return 0


if __name__ == '__main__':
    sys.exit(main())
