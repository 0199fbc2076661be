#!/usr/bin/env python3
"""Marks: the table of figures to reach, and contact sheets of every error. Counts and 95 % intervals (Wilson's; of F1 a bootstrap over dossiers).

    table.py --corpus DIR/truth.json REPORTS --out DIR                 (a finished run, of accuracy.py or of another program; repeatable)
    table.py --samples PARAPHE_SAMPLES --paraphe PARAPHE --rules ENR.toml --out DIR [--seed N] [--unsigned N] [--bare N] [--signed N] [--jobs N]
    table.py --paraphe PARAPHE --scans FOLDER --out DIR                (real scans without ink; index.json beside the folder names them)
    table.py --corpus DIR/truth.json REPORTS --probe MARKS_PROBE MODELS --out DIR

All of these may stand in one command. Our generator draws, from a seed that is the commit's hash unless one is given,
    --unsigned N  documents that lack their signature: letters bare, stamped, with a typed name, standards, cheques, brand rules, in turn
    --bare N      standards of which a page lacks its paraph, every second one's backs as well: some three pages of two
    --signed N    PDFs signed electronically, every second one altered since
each checked alone, without the other pieces of its dossier.

Signatures and stamps: a mark told is right when its IoU with a mark of its kind is 0.3 or more; of a photograph its place may be that on the
page as taken or on the flat page. Optional marks of the truth count neither way, nor does what lies on them or on handwriting.
"Page has a paraph": said by the check of the paraphs. It says no on pages that it names when it fails, review on pages that it names when it is in
doubt, yes on the others when it passes or is in doubt; on the others of a failed check what the report tells counts: yes when a signature
or paraph there is at least as sure as --sure, else review. The signed page is asked of nothing. "Signed": the check of the signature passes.
Real scans: pages with a signature, paraph or stamp told at least as surely as --sure; bar codes apart. Files that bear ink after all, as the sheet
shows, are left out by --inked.
CPU: with --probe of the marks stage alone, on --probe-pages pages of the corpora; else seconds of the stage by --timings, where the run wrote them (NAME.timings).

The exit status is 1 when a page without a paraph was said to have one or an unsigned document to be signed. Sheets need Pillow and pdftoppm;
--no-sheets does without.
"""
import argparse
import collections
import dataclasses
import json
import pathlib
import statistics
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'accuracy'))
import corpus  # noqa: E402
import truths  # noqa: E402
from rates import Rates, bootstrap, row  # noqa: E402

import kept  # noqa: E402

GROUPS = ('all', 'electronic', 'scans', 'photos')
SIGNED = ('commitment_letter', 'referential', 'fee_cheque', 'brand_rules')
SIGNS = ('signature', 'paraph', 'digital_signature')
UNSIGNED = [('letter_unsigned', 'commitment_letter'), ('letter_stamp_only', 'commitment_letter'), ('letter_typed_name', 'commitment_letter'), ('referential_unsigned', 'referential'),
            ('cheque_unsigned', 'fee_cheque'), ('rules_unsigned', 'brand_rules')]
BARE = [('referential_paraph_missing', 'referential'), ('referential_paraph_missing+referential_versos_bare', 'referential')]
SIGNED_FILES = {'fine_signed_file': ('referential.signature', 'pass'), 'kbis_signature_broken': ('kbis.signature', 'not pass')}
PICTURES = ('.pdf', '.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp')
YES_ON_BARE, NOT_YES = 'page has a paraph: said yes on a page without one', 'page has a paraph: said no or review on a page with one'
SAID_SIGNED = '"signed" said of an unsigned document'
ROWS = [('signatures, precision', '97 %'), ('signatures, recall', '95 %'), ('paraphs, precision', ''), ('paraphs, recall', ''), (YES_ON_BARE, '0 of 1,000'), (NOT_YES, 'under 3 %'),
        ('page has a paraph: said no on a page with one', ''), (SAID_SIGNED, '0 of 500'), ('signed documents said to be signed', ''), ('stamps, precision', ''), ('stamps, recall', '')]


def group_of(mode):
    return 'photos' if mode == 'photo' else 'scans' if mode.startswith('scan') or mode == 'fax' else 'electronic'


def inside(box, outer):
    """Most of the box lies in the other."""
    w = min(box[0] + box[2], outer[0] + outer[2]) - max(box[0], outer[0])
    h = min(box[1] + box[3], outer[1] + outer[3]) - max(box[1], outer[1])
    return w > 0 and h > 0 and w * h > 0.6 * box[2] * box[3]


def counts_neither_way(mark, true):
    """Lies it on an optional mark or on handwriting?"""
    return any((t['optional'] or t['kind'] == 'handwriting') and (truths.best_overlap(t, mark['box']) >= 0.2 or any(inside(mark['box'], b) for b in truths.boxes_of(t))) for t in true)


def paraph_said(report, path, page, sure):
    """'yes', 'no' or 'review', of a page of the standard; `path` is the report's."""
    check = truths.checks_told(report).get('referential.paraphs')
    documents = [d for piece, d in truths.documents_told(report) if piece == 'referential' and d['path'] == path and page in d['pages']]
    if check is None or not documents:
        return 'review'
    named = any(e['path'] == path and e['page'] == page for e in check['evidence'])
    reason = check['code'].rpartition('.')[2]
    if check['outcome'] == 'pass':
        return 'yes'
    if reason == 'paraph_doubtful':
        return 'review' if named else 'yes'
    if check['outcome'] == 'fail' and named:
        return 'no'
    if check['outcome'] == 'fail':
        signs = [m['confidence'] for d in documents for m in d.get('marks', []) if m['page'] == page and m['kind'] in SIGNS]
        return 'yes' if max(signs, default=0) >= sure else 'review'
    return 'review'


@dataclasses.dataclass
class Error:
    sheet: str
    dossier: corpus.Dossier
    path: str      # in the truth
    page: int
    rotation: int
    box: list
    caption: str
    true: list = dataclasses.field(default_factory=list)
    said: list = dataclasses.field(default_factory=list)


class MarkTable(Rates):
    def __init__(self, sure=0.8):
        super().__init__()
        self.sure = sure
        self.errors, self.wrong, self.lost = [], [], []
        self.stamps = collections.defaultdict(list)  # group: (hits, missed, false) of each dossier
        self.seconds, self.pages, self.cpu = 0.0, 0, []

    def rate(self, key, mode, right):
        for group in ('all', group_of(mode)):
            self.count((key, group), right)

    def add(self, dossier, report):
        if report is not None:
            self.marks(dossier, report)
        self.add_alone(dossier, report)

    def add_alone(self, dossier, report):
        """A report on one piece without the others."""
        if report is None:
            self.lost.append(f"{dossier.corpus}/{dossier.truth['name']}")
            return
        self.paraphs(dossier, report)
        self.signed(dossier, report)
        self.signed_files(dossier, report)

    def error(self, sheet, dossier, path, page, box, caption, true=(), said=()):
        rotation = next((p['rotation'] for f in dossier.truth['files'] if f['path'] == path for p in f['pages'] if p['page'] == page), 0)
        self.errors.append(Error(sheet, dossier, path, page, rotation, box, caption, [t['box'] for t in true], [m['box'] for m in said]))

    def marks(self, dossier, report):
        true, told = collections.defaultdict(list), collections.defaultdict(list)
        for document in dossier.truth['documents']:
            for number in document['pages']:
                true[document['path'], number] += [m for m in document['marks'] if m['page'] == number and m.get('box')]
        for _, document in truths.documents_told(report):
            for mark in document.get('marks', []):
                if mark.get('box'):
                    told[document['path'], mark['page']].append(mark)
        paths = {path: file['path'] for path, file in truths.files_told(dossier.truth, report).items()}
        stamps = collections.defaultdict(lambda: [0, 0, 0])
        for file, page, _ in truths.pages_told(dossier.truth, report):
            place = file['path'], page['page']
            if place in true and page['mode'] != 'office':
                self.page_of_marks(dossier, place, page['mode'], true[place], told[paths.get(place[0]), place[1]], stamps)
        for group, counts in stamps.items():
            self.stamps[group].append(counts)

    def page_of_marks(self, dossier, place, mode, true, told, stamps):
        for kind in ('signature', 'paraph', 'stamp'):
            pairs, missed, left = truths.pair_marks([t for t in true if t['kind'] == kind], [m for m in told if m['kind'] == kind])
            hits = [t for t, _ in pairs if not t['optional']]
            missed = [t for t in missed if not t['optional']]
            false = [m for m in left if not counts_neither_way(m, true)]
            for right, count in ((True, len(hits)), (False, len(missed))):
                for _ in range(count):
                    self.rate(f'{kind}s, recall', mode, right)
            for right, count in ((True, len(hits)), (False, len(false))):
                for _ in range(count):
                    self.rate(f'{kind}s, precision', mode, right)
            if kind == 'stamp':
                for group in ('all', group_of(mode)):
                    stamps[group] = [a + b for a, b in zip(stamps[group], (len(hits), len(missed), len(false)))]
            for t in missed:
                near = [f"{m['kind']} {m['confidence']:.2f}" for m in told if truths.best_overlap(t, m['box']) > 0.02]
                self.error(f'{kind} missed', dossier, *place, t['box'], f"{mode}, {t.get('who', '')}; told there: {', '.join(near) or 'nothing'}", said=told)
            for m in false:
                self.error(f'{kind} false', dossier, *place, m['box'], f"{mode}, told {m['confidence']:.2f}", true=true)

    def paraphs(self, dossier, report):
        told = truths.files_told(dossier.truth, report)
        modes = {(f['path'], p['page']): p['mode'] for f, p, _ in truths.pages_told(dossier.truth, report)}
        if 'fine_signed_file' in dossier.truth['kinds']:
            return  # an electronic signature stands for the paraphs
        for document in dossier.truth['documents']:
            for page in document['pages'] if document['piece'] == 'referential' else []:
                place = document['path'], page
                marks = [m for m in document['marks'] if m['page'] == page and m['kind'] in SIGNS]
                if place not in modes or any(m['kind'] != 'paraph' or m['optional'] for m in marks):
                    continue
                said = paraph_said(report, told[place[0]]['path'] if place[0] in told else None, page, self.sure)
                if marks:
                    self.rate(NOT_YES, modes[place], said != 'yes')
                    self.rate('page has a paraph: said no on a page with one', modes[place], said == 'no')
                    if said != 'yes':
                        self.error('paraph there, said ' + said, dossier, *place, marks[0]['box'], modes[place], true=marks)
                else:
                    self.rate(YES_ON_BARE, modes[place], said == 'yes')
                    if said == 'yes':
                        self.wrong.append(f"{dossier.corpus}/{dossier.truth['name']}: {place[0]} page {page} has no paraph and was said to have one")
                        self.error('no paraph, said yes', dossier, *place, [0.0, 0.0, 1.0, 1.0], modes[place])

    def signed(self, dossier, report):
        checks = truths.checks_told(report)
        if 'fine_signed_file' in dossier.truth['kinds']:
            return
        for piece in SIGNED:
            documents = [d for d in dossier.truth['documents'] if d['piece'] == piece and not d.get('fields_optional')]
            check = checks.get(f'{piece}.signature')
            signs = [m for d in documents for m in d['marks'] if m['kind'] in ('signature', 'digital_signature')]
            if not documents or any(m['optional'] for m in signs):
                continue
            passed = check is not None and check['outcome'] == 'pass'
            mode = documents[-1]['mode']
            if signs:
                self.rate('signed documents said to be signed', mode, passed)
                continue
            self.rate(SAID_SIGNED, mode, passed)
            if passed:
                self.wrong.append(f"{dossier.corpus}/{dossier.truth['name']}: {piece} is not signed and was said to be")
                back = {file['path']: path for path, file in truths.files_told(dossier.truth, report).items()}
                for e in check['evidence'][:1]:
                    self.error('not signed, said signed', dossier, back.get(e['path'], e['path']), e['page'], e['box'], f"{mode}, {piece}, {check['code']} {check['confidence']:.2f}")

    def signed_files(self, dossier, report):
        for kind, (check, expected) in SIGNED_FILES.items():
            if kind in dossier.truth['kinds']:
                passed = truths.checks_told(report).get(check, {}).get('outcome') == 'pass'
                self.count(('signed PDFs judged right', kind), passed == (expected == 'pass'))
                self.count(('signed PDFs judged right', 'all'), passed == (expected == 'pass'))

    def scan(self, dossier, codes, pages):
        """`pages`: {page: (rotation, marks)} of a real file without ink."""
        for number, (rotation, marks) in sorted(pages.items()):
            sure = [m for m in marks if m['kind'] in ('signature', 'paraph', 'stamp') and m['confidence'] >= self.sure]
            self.count(('real scans', 'bar codes' if codes else 'pages'), bool(sure))
            for m in sure:
                self.errors.append(Error('mark on a real scan', dossier, dossier.path.name, number, rotation, m['box'], f"{m['kind']} {m['confidence']:.2f}"))

    def timed(self, seconds, pages):
        self.seconds, self.pages = self.seconds + seconds, self.pages + pages

    def show(self):
        row('what', 'at least', ' ' * 9 + '[95 % interval]')
        for key, goal in ROWS:
            for group in GROUPS:
                row(key if group == 'all' else '  ' + group, goal if group == 'all' else '', self.told((key, group)))
        for group in GROUPS:
            row('stamps, F1' if group == 'all' else '  ' + group, '0.95' if group == 'all' else '', f1_told(self.stamps[group]))
        row('real scans without ink: pages with a mark told with confidence', '0', self.told(('real scans', 'pages')))
        row('  pictures of bar codes', '', self.told(('real scans', 'bar codes')))
        row('CPU a page, one core', '90 ms', self.cpu_told())
        row('signed PDFs judged right', 'all', self.told(('signed PDFs judged right', 'all')))
        for kind in SIGNED_FILES:
            row('  ' + kind, '', self.told(('signed PDFs judged right', kind)))
        for what in [*(f'no report: {name}' for name in self.lost), *self.wrong]:
            print('    ' + what)

    def cpu_told(self):
        if self.cpu:
            return f'{statistics.median(self.cpu):6.0f} ms   median of {len(self.cpu)} pages, mean {statistics.mean(self.cpu):.0f} ms'
        return f'{1000 * self.seconds / self.pages:6.0f} ms   mean of {self.pages} pages, clock of the stage' if self.pages else '        -'


def f1(counts):
    hits, missed, false = (sum(c[i] for c in counts) for i in range(3))
    return 2 * hits / (2 * hits + missed + false) if hits + missed + false else None


def f1_told(counts):
    found = bootstrap(counts, f1)
    return '        -' if found is None else f'{found[0]:8.3f}   of {sum(c[0] + c[1] for c in counts)} stamps   [{found[1]:.3f}, {found[2]:.3f}]'


def read_alone(options, table, names, total, seed):
    """`names`: (defects joined by +, the piece that has them); `total` of them together."""
    for i, (name, piece) in enumerate(names):
        count = total // len(names) + (i < total % len(names))
        if count:
            wrong = [part for defect in name.split('+') for part in ('--defect', defect)]
            drawn = corpus.draw_alone(options.samples, seed + i, count, options.out / name, piece, *wrong)
            for dossier, report in corpus.check_all(options, options.out, drawn):
                table.add_alone(dossier, report)


def read_scans(options, table):
    folder = options.scans.resolve()
    index = json.loads((folder.parent / 'index.json').read_text(encoding='utf-8'))
    entries = [e for e in index if e['kind'] == folder.name and e['path'].lower().endswith(PICTURES) and pathlib.Path(e['path']).stem not in options.inked]
    for entry in entries:
        name = entry['sha256'][:16]
        dossier = corpus.Dossier('real', folder.parent, {'name': name, 'path': entry['path'], 'as_of': '2017-02-20', 'kinds': [], 'files': [], 'documents': []})
        cache = options.out / 'cache' / name
        if corpus.check(options, options.out, dossier, '--cache', cache) is not None and (cache / 'answers.sqlite').exists():
            table.scan(dossier, 'DataMatrix' in ((entry.get('truth') or {}).get('what') or ''), kept.pages_in_cache(cache / 'answers.sqlite'))


def read_corpus(table, truth, reports):
    """-> the dossiers."""
    dossiers = []
    for dossier, report, path in corpus.checked(truth, reports):
        dossiers.append(dossier)
        table.add(dossier, report)
        timings = corpus.report_of(path.with_suffix('.timings'))
        if timings and report:
            table.timed(timings['marks'], sum(len(f.get('pages', [])) for f in report['files'] if f['status'] == 'read'))
    return dossiers


def probe(options, dossiers):
    """-> CPU milliseconds of the marks stage on some of the pages."""
    import measure_marks
    import sheets
    places = [(d, f['path'], p['page'], p['rotation']) for d in dossiers for f in d.truth['files'] if not f['spoiled'] for p in f['pages'] if p['mode'] != 'office']
    pages = sheets.Pages(options.out / 'sheets' / 'drawn')
    pictures = [path for place in places[::max(1, len(places) // options.probe_pages)][:options.probe_pages] if (path := pages.picture(*place))]
    asked = ''.join(f'{path} {measure_marks.dpi_of(path):g}\n' for path in pictures)
    told = subprocess.run([options.probe[0], options.probe[1]], input=asked, text=True, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(one)['ms'] for one in told.splitlines()]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    corpus.add_arguments(parser, 'marks-table')
    parser.add_argument('--unsigned', type=int, default=0, help='documents without their signature')
    parser.add_argument('--bare', type=int, default=0, help='standards with pages without a paraph')
    parser.add_argument('--signed', type=int, default=0, help='PDFs signed electronically')
    parser.add_argument('--scans', type=pathlib.Path, help='folder of real scans without ink, index.json beside it')
    parser.add_argument('--inked', nargs='*', default=[], metavar='NAME', help='files of that folder that bear ink after all, without their ending')
    parser.add_argument('--probe', nargs=2, metavar=('PROBE', 'MODELS'), help='marks_probe and its models: CPU of the stage alone')
    parser.add_argument('--probe-pages', type=int, default=60)
    parser.add_argument('--sure', type=float, default=0.8, help="told with confidence, from here on: the rulebook's pass")
    parser.add_argument('--no-sheets', action='store_true')
    return parser.parse_args()


def main():
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    table, dossiers = MarkTable(options.sure), []
    for truth, reports in options.corpus:
        dossiers += read_corpus(table, truth, reports)
    if options.unsigned or options.bare or options.signed:
        options.seed = corpus.seed_of_commit() if options.seed is None else options.seed
        print(f'our generator: seed {options.seed}')
        read_alone(options, table, UNSIGNED, options.unsigned, options.seed + 101)
        read_alone(options, table, BARE, options.bare, options.seed + 201)
        read_alone(options, table, [(name, check.partition('.')[0]) for name, (check, _) in SIGNED_FILES.items()], options.signed, options.seed + 301)
    if options.scans:
        read_scans(options, table)
    if options.probe:
        table.cpu = probe(options, dossiers)
    table.show()
    if not options.no_sheets:
        import sheets
        print(f'{len(table.errors)} errors to look at: {sheets.draw(table.errors, options.out / "sheets")}')
    return 1 if table.wrong else 0


if __name__ == '__main__':
    sys.exit(main())
