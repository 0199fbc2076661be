#!/usr/bin/env python3
"""How good is it? Draws a corpus, checks it, compares with its truth. Every rate has its count and Wilson's 95 % interval.

    accuracy.py --samples PARAPHE_SAMPLES --paraphe PARAPHE [--seed N] [--count N] [--clean N] [--out DIR] [--jobs N] [--every]
    accuracy.py --truth DIR/truth.json --paraphe PARAPHE        (dossiers that are drawn already)

The exit status is 1 when a defective dossier was called eligible. Standard library only.
"""
import argparse
import bisect
import collections
import html
import pathlib
import sys

import corpus
from rates import Rates, line
from truths import agrees, document_told, documents_told, field_said, files_told, overlap, pair_marks


def draw(options, folder):
    runs = [('mixed', options.count, [])]
    if options.clean:
        runs += [('electronic', options.clean, ['--clean', '--medium', 'electronic', '--hand', 'none']), ('scanned', options.clean, ['--clean', '--medium', 'scanned', '--hand', 'none']),
                 ('by-hand', options.clean, ['--clean', '--hand', 'facts'])]
    if options.every:
        runs.append(('every', options.every, ['--every']))
    return [dossier for name, count, more in runs if count > 0 for dossier in corpus.draw(options.samples, options.seed, count, folder / name, *more)]


class Calibration:
    def __init__(self):
        self.said = []

    def add(self, confidence, right):
        if isinstance(confidence, (int, float)):
            self.said.append((float(confidence), bool(right)))

    def show(self, title):
        if not self.said:
            return
        bins = collections.defaultdict(list)
        for confidence, right in self.said:
            bins[min(9, int(confidence * 10))].append((confidence, right))
        error = sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()) / len(self.said)
        good, bad = sorted(c for c, r in self.said if r), sorted(c for c, r in self.said if not r)
        area = None
        if good and bad:  # Mann and Whitney's statistic, ties as halves
            area = sum(bisect.bisect_left(bad, c) + 0.5 * (bisect.bisect_right(bad, c) - bisect.bisect_left(bad, c)) for c in good) / (len(good) * len(bad))
        print(f'  {title:20} n {len(self.said)}   ECE {error:.3f}   AUROC ' + ('-' if area is None else f'{area:.3f}'))
        print('    ' + '  '.join(f'{k / 10:.1f}: {sum(r for _, r in b) / len(b):.2f} ({len(b)})' for k, b in sorted(bins.items())))


class Score(Rates):
    def __init__(self):
        super().__init__()
        self.confidence = collections.defaultdict(Calibration)
        self.errors = []
        self.false_eligible, self.refused, self.lost = [], [], []
        self.codes = collections.defaultdict(collections.Counter)

    def add(self, corpus, truth, report):
        name = f"{corpus}/{truth['name']}"
        if report is None:
            self.lost.append(name)
            self.count('verdict accepted', False)
            return
        verdict = report['verdict']
        self.count('verdict accepted', verdict in truth['verdict'])
        if not truth['clean']:
            self.count('defective dossiers held back', verdict != 'eligible')
            if verdict == 'eligible' and 'eligible' not in truth['verdict']:
                self.false_eligible.append(f"{name}  {', '.join(truth['defects'])}")
        else:
            group = 'facts by hand' if set(truth['hand']) - {'staff_register'} else 'nothing by hand but marks'
            modes = {f['mode'] for f in truth['files']}
            medium = 'electronic' if corpus == 'electronic' else 'with photographs or faxes' if modes & {'photo', 'fax'} else 'scanned' if corpus == 'scanned' else 'mixed'
            for key in (f'clean through: {group}', f'clean through: {group}, {medium}'):
                self.count(key, verdict == 'eligible')
            if verdict == 'not_eligible':
                self.refused.append(name)
            if verdict != 'eligible':
                for code in sorted({c['code'] for c in self.all_checks(report) if c['outcome'] != 'pass'}):
                    self.codes['why clean dossiers stop'][code] += 1
        if verdict not in truth['verdict']:
            self.error(name, 'verdict', f"{verdict}, not {truth['verdict'][0]}", report, truth['kinds'])
        self.defects(name, truth, report)
        self.pages(name, truth, report)
        self.documents(truth, report)

    @staticmethod
    def all_checks(report):
        return [c for p in report.get('pieces', []) for c in p.get('checks', [])] + report.get('checks', [])

    def error(self, name, kind, what, report, kinds=()):
        self.errors.append((kind, name, what, ', '.join(kinds), [c for c in self.all_checks(report) if c['outcome'] != 'pass']))

    def defects(self, name, truth, report):
        for expected in truth.get('expected', []):
            if expected['outcome'] == 'pass':
                self.count(f"must pass {expected['scenario']} {expected['name']}", report['verdict'] in truth['verdict'] if truth['clean'] else True)
                continue
            wrong = [c for c in self.all_checks(report) if c['outcome'] != 'pass']
            exact = any(c['code'] == expected['code'] and (c['outcome'] == expected['outcome'] or expected['outcome'] == 'review') for c in wrong)
            of_piece = [c for c in wrong if not expected['piece'] or c['id'].startswith(expected['piece'] + '.')]
            self.count('defects: right reason code', exact)
            self.count('defects: the piece is not passed', bool(of_piece))
            self.count(f"defect {expected['scenario']:>3} {expected['name']}", exact)
            if not exact:
                self.error(name, 'reason code', f"{expected['code']} expected; said {', '.join(sorted({c['code'] for c in of_piece})) or 'nothing'}", report, [expected['name']])

    def pages(self, name, truth, report):
        files = files_told(truth, report)
        for file in truth['files']:
            got = files.get(file['path'])
            self.count('files told in the report', got is not None)
            if got is None or file['spoiled']:
                continue
            self.count('file status', got.get('status') in file['status'])
            said = {p['page']: p for p in got.get('pages', [])}
            for page in file['pages']:
                if page['illegible']:
                    continue
                it = said.get(page['page'], {})
                right = it.get('piece') in (page['piece'], *page.get('piece_also', []))
                self.count('page classification', right)
                self.count(f"page of {page['piece']}", right)
                self.count(f"page by {page['mode']}", right)
                self.confidence['page'].add(it.get('confidence'), right)
                if it:
                    self.count('rotation', it.get('rotation') == page['rotation'] or page['piece'] == 'other')
                if not right:
                    self.error(name, 'page', f"{file['path']} page {page['page']} ({page['mode']}): {it.get('piece')}, not {page['piece']}", report, truth['kinds'])

    def documents(self, truth, report):
        paths = {path: file['path'] for path, file in files_told(truth, report).items()}
        for document in truth['documents']:
            path, pages = paths.get(document['path']), set(document['pages'])
            found = document_told(report, document['piece'], path, pages)
            self.count('documents, pages exactly', found is not None and set(found['pages']) == pages)
            fields = (found or {}).get('fields', {})
            for true in document['fields']:
                said = field_said(fields, true['name'])
                right = said is not None and agrees(true['name'], true['value'], said['value'])
                title = f"{document['piece']}.{true['name']}"
                self.count('fields recall', right)
                self.count(f'field recall {title}', right)
                if said is not None:
                    self.count('fields precision', right)
                    self.count(f'field precision {title}', right)
                    self.confidence['field'].add(said.get('confidence'), right)
            self.marks(document, pages, [d for _, d in documents_told(report) if d['path'] == path and pages & set(d['pages'])])

    def marks(self, document, pages, documents):
        pairs, missed, free = pair_marks(document['marks'], [m for d in documents for m in d.get('marks', []) if m.get('page') in pages and m.get('box')])
        for _, mark in pairs:
            self.confidence['mark'].add(mark.get('confidence'), True)
            self.count(f"marks precision {mark['kind']}", True)
        for true, hit in [*((t, True) for t, _ in pairs), *((t, False) for t in missed)]:
            if not true['optional']:
                self.count(f"marks recall {true['kind']}", hit)
                self.count(f"marks recall {true['kind']} by {document['mode']}", hit)
        for mark in free:
            if any(t['page'] == mark['page'] and overlap(t['box'], mark['box']) >= 0.1 for t in document['marks']):
                continue  # ink all the same: another kind, or part of one
            self.count(f"marks precision {mark['kind']}", False)
            self.confidence['mark'].add(mark.get('confidence'), False)

    def show(self):
        print(f'defective dossiers called eligible: {len(self.false_eligible)}')
        for name in self.false_eligible:
            print('    ' + name)
        print(f'clean dossiers refused: {len(self.refused)}   reports missing: {len(self.lost)}')
        for name in [*self.refused, *self.lost]:
            print('    ' + name)
        titles = ['verdict accepted', 'defective dossiers held back', *sorted(k for k in self.rates if k.startswith('clean through')), 'defects: right reason code', 'defects: the piece is not passed',
                  'page classification', *sorted(k for k in self.rates if k.startswith('page of') or k.startswith('page by')), 'rotation', 'files told in the report', 'file status', 'documents, pages exactly',
                  'fields precision', 'fields recall']
        for title in [*titles, *sorted(k for k in self.rates if k not in titles)]:
            if title in self.rates:
                line(title, *self.rates[title])
        print('calibration (said: true, count)')
        for title, calibration in sorted(self.confidence.items()):
            calibration.show(title)
        for title, codes in self.codes.items():
            print(title + ': ' + ', '.join(f'{c} ({n})' for c, n in codes.most_common(30)))

    def sheet(self, path):
        """The errors, to look at: each with its report's link and what it said."""
        rows = []
        for kind, name, what, kinds, checks in sorted(self.errors):
            report = 'reports/' + name.replace('/', '-') + '.html'
            said = '<br>'.join(html.escape(f"{c['outcome']} {c['code']}: {c.get('message', '')}") for c in checks[:12])
            rows.append(f'<tr><td>{html.escape(kind)}<td><a href="{html.escape(report)}">{html.escape(name)}</a><td>{html.escape(what)}<td>{html.escape(kinds)}<td>{said}')
        path.write_text('<!doctype html><meta charset="utf-8"><title>Errors</title><style>body{font:14px sans-serif}td{vertical-align:top;border-bottom:1px solid #ccc;padding:4px}</style><table>' + '\n'.join(rows) + '</table>\n',
                        encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--samples', default='paraphe-samples')
    parser.add_argument('--paraphe', default='paraphe')
    parser.add_argument('--truth', help='score dossiers that are drawn already')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--count', type=int, default=20, help='dossiers of the mixed corpus')
    parser.add_argument('--clean', type=int, default=0, help='clean dossiers more: so many electronic, scanned, and filled in by hand')
    parser.add_argument('--every', type=int, default=0, metavar='N', help='the first N scenarios of the table, one dossier each')
    parser.add_argument('--rules', help='the rulebook; needed for the scenario of the deadline')
    parser.add_argument('--out', default='accuracy')
    parser.add_argument('--jobs', type=int, default=1)
    parser.add_argument('--keep', action='store_true', help='keep reports that are there already')
    options = parser.parse_args()
    folder = pathlib.Path(options.out)
    (folder / 'reports').mkdir(parents=True, exist_ok=True)
    score = Score()
    for dossier, report in corpus.check_all(options, folder, corpus.load(options.truth) if options.truth else draw(options, folder)):
        score.add(dossier.corpus, dossier.truth, report)
    score.show()
    score.sheet(folder / 'errors.html')
    print(f'errors to look at: {folder / "errors.html"}')
    return 1 if score.false_eligible else 0


if __name__ == '__main__':
    sys.exit(main())
