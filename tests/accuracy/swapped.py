#!/usr/bin/env python3
"""Is a name that Paraphe knows ever found where another one stands? Notes the documents in which the candidate was recognised rather than
read, puts other candidates' Kbis into the dossier, and counts the documents that are then said to name one of those.

    swapped.py --truth DIR/truth.json --paraphe PARAPHE [--others N] [--cache DIR] [--seed N]

Only dossiers whose Kbis is a file of its own are used, and only others whose name shares neither its first nor its last word. The exit
status is 1 when a document was said to name a candidate whom it does not name.
"""
import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile


def kbis_file(dossier):
    """The file that holds the Kbis and nothing else, or None."""
    kbis = [d for d in dossier['documents'] if d['piece'] == 'kbis']
    if len(kbis) != 1 or '!' in kbis[0]['path'] or any(d['path'] == kbis[0]['path'] for d in dossier['documents'] if d is not kbis[0]):
        return None
    return kbis[0]['path']


def unpack(dossier, base, folder):
    """-> the Kbis's path in the unpacked folder, or None."""
    name, source = kbis_file(dossier), base / dossier['path']
    if name is None:
        return None
    into = folder / dossier['name']
    if source.is_dir():
        shutil.copytree(source, into)
    else:
        into.mkdir()
        subprocess.run(['bsdtar', '-xf', source, '-C', into], check=False, stderr=subprocess.DEVNULL)
    return into / name if (into / name).is_file() else None


def strangers(one, other):
    a, b = one['company']['name'].split(), other['company']['name'].split()
    return a[0] != b[0] and a[-1] != b[-1]


def recognised(document):
    return [f['name'] for f in document.get('fields', []) if f.get('recognised')]


def place(document):
    return document['piece'], *((part['path'], *part['pages']) for part in document['parts'])


def read_with(options, kbis, other_kbis, as_of, folder):
    """The documents of the dossier of `kbis`, read with another candidate's Kbis in its place."""
    mixed = folder / 'mixed'
    for old in (mixed, folder / 'reading'):
        shutil.rmtree(old, ignore_errors=True)
    root = folder / kbis.relative_to(folder).parts[0]
    shutil.copytree(root, mixed)
    (mixed / kbis.relative_to(root)).unlink()
    shutil.copy(other_kbis, mixed / ('kbis' + other_kbis.suffix))
    subprocess.run([options.paraphe, 'check', mixed, '--as-of', as_of, '--cache', options.cache or folder / 'cache', '--reading', folder / 'reading', '--json', folder / 'report.json'],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return [d for d in json.loads((folder / 'reading' / 'reading.json').read_text(encoding='utf-8'))['documents'] if d['piece'] not in ('other', 'kbis')]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--truth', required=True, type=pathlib.Path)
    parser.add_argument('--paraphe', default='build/release/paraphe')
    parser.add_argument('--others', type=int, default=10, help='foreign Kbis tried in each dossier')
    parser.add_argument('--cache', help='keep the pages read there')
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    lot = random.Random(options.seed)
    documents, trials, false = 0, 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        dossiers = [(d, kbis) for d in json.loads(options.truth.read_text(encoding='utf-8'))['dossiers'] if (kbis := unpack(d, options.truth.parent, folder))]
        for dossier, kbis in dossiers:
            own = {place(d) for d in read_with(options, kbis, kbis, dossier['as_of'], folder) if recognised(d)}
            others = [o for o in dossiers if strangers(dossier, o[0])]
            for other, other_kbis in lot.sample(others, min(options.others, len(others))):
                for document in read_with(options, kbis, other_kbis, dossier['as_of'], folder):
                    documents += 1
                    trials += place(document) in own
                    false += [(dossier['name'], other['company']['name'], document['piece'], name) for name in recognised(document)]
    print(f'{len(dossiers)} dossiers, {documents} documents, {trials} of them recognised with their own Kbis; known names found where another stands: {len(false)}')
    for one in false:
        print('  ', *one)
    return 1 if false else 0


if __name__ == '__main__':
    sys.exit(main())
