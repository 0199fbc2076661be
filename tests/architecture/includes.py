"""Compiles one include a pair of stages: what the design forbids must fail, what it allows and a stage links must pass.

    includes.py COMPILER STAGES.tsv INCLUDE_ROOT
STAGES.tsv: a stage and its include folders (';' between them) a line.
"""
import pathlib
import subprocess
import sys

PARSERS = {'intake', 'pages', 'imaging', 'ocr', 'hand', 'marks'}
BASE = ['model', 'text', 'formats']
EVERY = {'model', 'text', 'formats', 'record', 'intake', 'pages', 'imaging', 'ocr', 'hand', 'marks', 'reader', 'classify', 'confirm', 'extractors', 'rules',
         'report', 'store', 'label', 'app', 'samples'}


def allowed(stage):
    """What the design lets a stage know, itself included."""
    if stage == 'samples':  # what draws the truth knows nothing of what reads it
        return {stage}
    if stage in BASE:
        return set(BASE[:BASE.index(stage) + 1])
    known = set(BASE) | {stage}
    if stage in ('reader', 'store', 'app'):
        known.add('record')
    if stage in ('ocr', 'hand', 'marks'):
        known.add('imaging')
    if stage == 'reader':
        known |= PARSERS
    if stage == 'app':
        known |= EVERY - PARSERS - {'samples'}
    return known


def compiles(compiler, folders, header):
    command = [compiler, '-std=c++20', '-fsyntax-only', '-x', 'c++', '-', *(f'-I{f}' for f in folders)]
    return subprocess.run(command, input=f'#include "{header}"\n', text=True, capture_output=True).returncode == 0


def main(compiler, table, root):
    rows = [line.split('\t') for line in pathlib.Path(table).read_text().splitlines()]
    folders = {stage: [f for f in paths.split(';') if f] for stage, paths in rows}
    headers = {stage: next((f'{stage}/{h.name}' for h in sorted((pathlib.Path(root) / stage / stage).glob('*.hpp'))), None) for stage in folders}
    wrong = []
    for stage in folders:
        for other, header in headers.items():
            if not header or other in allowed(stage):
                continue
            if compiles(compiler, folders[stage], header):
                wrong.append(f'{stage} can include {header}, which the design forbids')
        if headers[stage] and not any((pathlib.Path(f) / headers[stage]).exists() for f in folders[stage]):
            wrong.append(f'{stage} does not see its own header {headers[stage]}')
    unknown = set(folders) - EVERY
    wrong += [f'{stage} is no folder of the design' for stage in sorted(unknown)]
    print('\n'.join(wrong) or f'{len(folders)} stages: every arrow as designed')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
