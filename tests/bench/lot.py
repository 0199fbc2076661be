"""The benchmark's dossiers: the same pages scanned and born digital, drawn by paraphe-samples from one seed."""
import dataclasses
import json
import pathlib
import shutil
import subprocess


@dataclasses.dataclass(frozen=True)
class Paper:
    """One PDF, twice: `scanned` and `digital` say the same words. `pages`: the truth of the scanned one's pages."""
    scanned: pathlib.Path
    digital: pathlib.Path
    piece: str
    born_digital: bool  # a cheque is a scan in digital dossiers, too
    pages: tuple

    def upright(self):
        """The numbers of the pages that no quarter turn lays on their side."""
        return {page['page'] for page in self.pages if page['rotation'] == 0}


def serves(scanned, digital, cheques=True):
    """May these two entries of the truth stand for the same paper, scanned without a text layer and born digital? `cheques`: scans in both.
    A fax and a photograph have another resolution than asked for; a layer would save the reading that is measured."""
    plain = scanned['mode'].startswith('scan') and not scanned['spoiled'] and scanned['path'].endswith('.pdf')
    read_by_eye = all(page['layer'] in ('none', 'empty') and not page['illegible'] for page in scanned['pages'])
    cheque = cheques and {page['piece'] for page in scanned['pages']} == {'fee_cheque'}
    born_digital = digital['mode'] == 'digital' and all(page['layer'] == 'good' for page in digital['pages'])
    return plain and read_by_eye and (born_digital or cheque) and scanned['path'] == digital['path'] and len(scanned['pages']) == len(digital['pages'])


def choose(candidates, pages, cheques=True):
    """`candidates`: pairs of truths. -> [(scanned dossier, its file, digital dossier, its file)] of `pages` pages or a few more, from the
    candidates of whose papers most serve. Variants (`kinds`) are left alone: the order of their pages is by lot."""
    usable = [[(s, f, d, g) for f, g in zip(s['files'], d['files']) if serves(f, g, cheques)] for s, d in candidates if not s['kinds']]
    usable.sort(key=lambda files: -sum(len(f['pages']) for _, f, _, _ in files))
    chosen, count = [], 0
    for entry in (entry for files in usable for entry in files):
        if count >= pages:
            break
        chosen.append(entry)
        count += len(entry[1]['pages'])
    if count < pages:
        raise SystemExit(f'only {count} pages of this lot serve: raise --lot')
    return chosen


def draw(samples, seed, count, dpi, medium, into):
    more = ['--dpi', str(dpi)] if medium == 'scanned' else []
    subprocess.run([samples, '--seed', str(seed), '--count', str(count), '--clean', '--hand', 'none', '--container', 'folder', '--style', 'separate',
                    '--medium', medium, '--out', into, *more], check=True, stdout=subprocess.DEVNULL)
    return json.loads((into / 'truth.json').read_text(encoding='utf-8'))['dossiers']


def copy(source, into):
    into.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, into)
    return into


def make(options, folder):
    """Draws, chooses, and puts the papers into `folder`/scanned and `folder`/digital. -> ([Paper], the day of deposit)."""
    for old in ('lot', 'scanned', 'digital'):
        shutil.rmtree(folder / old, ignore_errors=True)
    lots = [draw(options.samples, options.seed, options.lot, options.dpi, medium, folder / 'lot' / medium) for medium in ('scanned', 'electronic')]
    papers = []
    for scanned, file, digital, twin in choose(list(zip(*lots)), options.pages, not options.no_cheques):
        place = pathlib.Path(scanned['name'], file['path'])
        papers.append(Paper(copy(folder / 'lot' / 'scanned' / scanned['path'] / file['path'], folder / 'scanned' / place),
                            copy(folder / 'lot' / 'electronic' / digital['path'] / twin['path'], folder / 'digital' / place),
                            file['pages'][0]['piece'], twin['mode'] == 'digital', tuple(file['pages'])))
    return papers, lots[0][0]['as_of']
