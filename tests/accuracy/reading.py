#!/usr/bin/env python3
"""Reading what people really send: the table of figures to reach. Every rate has its count and Wilson's 95 % interval.

    reading.py --samples PARAPHE_SAMPLES --paraphe PARAPHE --rules ENR.toml --out DIR [--seed N] [--count N] [--photos N] [--cheques N] [--attacks N] [--jobs N]
    reading.py --paraphe PARAPHE --truth DIR/truth.json --out DIR      (dossiers that are drawn already, checked now)
    reading.py --corpus DIR/truth.json REPORTS                         (a finished run, of accuracy.py or of another program; repeatable)

Our generator draws, from a seed that is the commit's hash unless one is given,
    --count N    dossiers as they come
    --photos N   dossiers photographed with a telephone, all pages in one PDF, and born-digital twins of the same words: what the twin prints
                 must be found on the photograph. A word is found when it is read letter by letter, wherever it stands on the page. Words of a
                 page are not independent: their interval is a bootstrap over pages
    --cheques N  cheques filled in by hand: every second one in order, the others with another amount, words that differ, another payee or none
    --attacks N  of each attack on the text layer
Cheques and attacks are checked alone, without the other pieces of their dossier. Given dossiers hold no words: of their photographs the
values told are counted instead.

A dossier is split rightly when each legible page has its piece and each document has exactly its pages. A fact of a cheque is confirmed when
its check passes. An attack is passed as fine when the attacked piece passes.

The character error rate, and the time against ocrmypdf and tesseract, are printed by tests/bench/bench.py. The exit status is 1 when a cheque was
wrongly confirmed or an attack passed. Standard library and pdftotext.
"""
import argparse
import collections
import pathlib
import sys

import corpus
import truths
from rates import Rates, bootstrap, row

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'bench'))
import words  # noqa: E402

WRONG_CHEQUES = ['cheque_wrong_amount', 'cheque_words_differ', 'cheque_other_payee', 'cheque_no_payee']
ATTACKS = ['attack_hidden_text', 'attack_unicode_map', 'attack_white_box', 'attack_screen_layer', 'attack_annotation']
FACTS = {'amount': 'fee_cheque.amount', 'amount_words': 'fee_cheque.words', 'payee': 'fee_cheque.payee'}
ROWS = [('orientation right', '99.5 %'), ('  of photographs', ''), ('  of pages that are turned', ''),
        ('values on phone photos told rightly', ''),
        ('dossiers split without one wrong page', '90 %'), ('  of the rest in review', 'all'), ('  of the rest not eligible', ''), ('  of the rest eligible', '0'),
        ('SIREN on photos, right of those said', '99.5 %'), ('SIREN on photos, rightly said of all', '75 %'),
        ('cheques by hand, one of three facts wrongly confirmed', '0 of 300'), ('  of those wrong in one of them', '0'), ('  facts confirmed of the right ones', '50 %'),
        ('    amount', ''), ('    amount_words', ''), ('    payee', ''), ('text-layer attacks passed as fine', '0')]


def wrong_pages(truth, report):
    """What was split wrongly, in words; empty when nothing was."""
    paths = {path: file['path'] for path, file in truths.files_told(truth, report).items()}
    wrong, seen = [], set()
    for file, page, said in truths.pages_told(truth, report):
        seen.add(file['path'])
        if said is None or said.get('piece') not in (page['piece'], *page.get('piece_also', [])):
            wrong.append(f"{file['path']} page {page['page']}: {(said or {}).get('piece')}, not {page['piece']}")
    whole = {(piece, d['path'], frozenset(d['pages'])) for piece, d in truths.documents_told(report)}
    for d in truth['documents']:
        if d['path'] in seen and not d.get('fields_optional') and (d['piece'], paths.get(d['path']), frozenset(d['pages'])) not in whole:
            wrong.append(f"{d['path']} pages {d['pages']}: no such {d['piece']}")
    return wrong


def right_facts(fields, amount, payee):
    """{fact of a cheque: may it be confirmed?} of its true values; what is not written may not."""
    figures, in_words = fields.get('amount'), fields.get('amount_words')
    return {'amount': figures == amount, 'amount_words': figures is not None and in_words == figures,
            'payee': 'payee' in fields and truths.agrees('payee', payee, fields['payee'])}


class Reading(Rates):
    def __init__(self, amount=400, payee='France IT'):
        super().__init__()
        self.amount, self.payee = amount, payee
        self.attacks = collections.defaultdict(lambda: [0, 0])
        self.pages = []  # of photographs: (words found, words printed)
        self.wrong, self.lost, self.split_wrongly = [], [], []

    def add(self, name, truth, report):
        if report is None:
            self.lost.append(name)
            return
        self.orientation(truth, report)
        self.split(name, truth, report)
        self.values_on_photos(truth, report)
        self.cheque(name, truth, report)
        self.attack(name, truth, report)

    def add_alone(self, what, results):
        """Reports on one piece without the others: only `what` is asked of them."""
        for dossier, report in results:
            name = f"{dossier.corpus}/{dossier.truth['name']}"
            if report is None:
                self.lost.append(name)
            else:
                what(name, dossier.truth, report)

    def orientation(self, truth, report):
        for _, page, said in truths.pages_told(truth, report):
            if said is None or page['piece'] == 'other' or page['mode'] == 'office':
                continue
            right = (said.get('rotation') or 0) % 360 in (page['rotation'], *page.get('rotation_also', []))
            self.count('orientation right', right)
            if page['mode'] == 'photo':
                self.count('  of photographs', right)
            if page['rotation']:
                self.count('  of pages that are turned', right)

    def split(self, name, truth, report):
        wrong = wrong_pages(truth, report)
        self.count('dossiers split without one wrong page', not wrong)
        if wrong:
            for verdict, title in (('review', 'in review'), ('not_eligible', 'not eligible'), ('eligible', 'eligible')):
                self.count('  of the rest ' + title, report['verdict'] == verdict)
            self.split_wrongly.append(f"{name} ({report['verdict']}): {'; '.join(wrong)}")

    def values_on_photos(self, truth, report):
        paths = {path: file['path'] for path, file in truths.files_told(truth, report).items()}
        modes = {(f['path'], p['page']): p['mode'] for f in truth['files'] for p in f['pages']}
        for document in truth['documents']:
            if document.get('fields_optional'):
                continue
            found = truths.document_told(report, document['piece'], paths.get(document['path']), set(document['pages']))
            for true in document['fields']:
                if modes.get((document['path'], true['page'])) != 'photo':
                    continue
                said = truths.field_said((found or {}).get('fields', {}), true['name'])
                right = said is not None and truths.agrees(true['name'], true['value'], said['value'])
                self.count('values on phone photos told rightly', right)
                if true['name'] == 'siren':
                    self.count('SIREN on photos, rightly said of all', right)
                    if said is not None:
                        self.count('SIREN on photos, right of those said', right)

    def cheque(self, name, truth, report):
        cheques = [d for d in truth['documents'] if d['piece'] == 'fee_cheque']
        if 'fee_cheque' not in truth['hand'] or len(cheques) != 1 or cheques[0].get('fields_optional'):
            return
        right = right_facts({f['name']: f['value'] for f in cheques[0]['fields']}, self.amount, self.payee)
        checks = truths.checks_told(report)
        confirmed = {fact: checks.get(check, {}).get('outcome') == 'pass' for fact, check in FACTS.items()}
        for fact in FACTS:
            if right[fact]:
                self.count('  facts confirmed of the right ones', confirmed[fact])
                self.count('    ' + fact, confirmed[fact])
        wrongly = [fact for fact in FACTS if confirmed[fact] and not right[fact]]
        self.count('cheques by hand, one of three facts wrongly confirmed', wrongly)
        if not all(right.values()):
            self.count('  of those wrong in one of them', wrongly)
        self.wrong += [f'{name}: {fact} of a cheque wrongly confirmed' for fact in wrongly]

    def attack(self, name, truth, report):
        for kind in [k for k in truth['kinds'] if k.startswith('attack_')]:
            attacked = truth['kind_pieces'].get(kind) or []
            passed = [p['id'] for p in report.get('pieces', []) if p['id'] in attacked and p['outcome'] == 'pass']
            self.count('text-layer attacks passed as fine', passed)
            self.attacks[kind][0] += bool(passed)
            self.attacks[kind][1] += 1
            self.wrong += [f'{name}: {kind} passed'] if passed else []

    def page_of_words(self, printed, said):
        self.pages.append(((collections.Counter(printed) & collections.Counter(said)).total(), len(printed)))

    def words_found(self):
        found = bootstrap(self.pages, lambda pages: sum(r for r, _ in pages) / sum(n for _, n in pages) if pages and any(n for _, n in pages) else None)
        if found is None:
            return '        -'
        return f'{100 * found[0]:6.1f} %   {sum(r for r, _ in self.pages)}/{sum(n for _, n in self.pages)} on {len(self.pages)} pages   [{100 * found[1]:.1f}, {100 * found[2]:.1f}]'

    def show(self, title):
        print(title)
        row('what', 'at least', ' ' * 9 + '[95 % interval]')
        row('character error rate, time against ocrmypdf and tesseract', '', 'tests/bench/bench.py')
        for key, goal in ROWS:
            if key == 'values on phone photos told rightly':
                row('words found on phone photos', '92 %', self.words_found())
            row(key, goal, self.told(key))
        for kind, (passed, count) in sorted(self.attacks.items()):
            row('  ' + kind, '', f'{passed} of {count}')
        for name in self.lost:
            print(f'    no report: {name}')
        for what in [*self.wrong, *(f'split wrongly: {one}' for one in self.split_wrongly)]:
            print('    ' + what)


def twins(photo, digital):
    """[(page of the photographs, file of the twin, its page)] of pieces of which both say the same, born digital in the twin."""
    said = [{d['piece']: [] for d in truth['documents']} for truth in (photo, digital)]
    for by_piece, truth in zip(said, (photo, digital)):
        for document in truth['documents']:
            by_piece[document['piece']] += [(f['name'], f['value']) for f in document['fields']]
    pages = []
    for truth in (photo, digital):
        by_piece = collections.defaultdict(list)
        for file in truth['files']:
            for page in file['pages']:
                by_piece[page['piece']].append((file['path'], page))
        pages.append(by_piece)
    return [(page['page'], path, twin['page'])
            for piece in said[0] if sorted(map(str, said[0][piece])) == sorted(map(str, said[1].get(piece, [])))
            for (_, page), (path, twin) in zip(pages[0][piece], pages[1][piece])
            if len(pages[0][piece]) == len(pages[1][piece]) and (page['mode'], twin['mode'], twin['layer'], page['illegible']) == ('photo', 'digital', 'good', False)]


def read_photos(options, folder, score):
    drawn = [corpus.draw(options.samples, options.seed, options.photos, folder / name, '--hand', 'none', '--container', 'folder', '--style', style, *more)
             for name, style, more in (('photos', 'single', ['--defect', 'fine_phone_photos']), ('twins', 'separate', ['--clean', '--medium', 'electronic']))]
    for photo, digital in zip(*drawn):
        cache = folder / 'cache' / photo.truth['name']
        report = corpus.check(options, folder, photo, '--cache', cache)
        score.add(f"photos/{photo.truth['name']}", photo.truth, report)
        if report is not None and len(photo.truth['files']) == 1:  # words are kept by the page's number alone
            read = words.words_in_cache(cache / 'answers.sqlite')
            for page, path, twin in twins(photo.truth, digital.truth):
                score.page_of_words(words.words_in_pdf(digital.path / path, twin), read.get(page, []))


def each(total, names):
    """How many of each name, so that they are `total` together."""
    return [(name, total // len(names) + (i < total % len(names))) for i, name in enumerate(names)]


def read_cheques(options, folder, score):
    runs = [('cheques-right', ['--clean'], options.cheques - options.cheques // 2)]
    runs += [('cheques-' + name, ['--defect', name], count) for name, count in each(options.cheques // 2, WRONG_CHEQUES)]
    for i, (name, more, count) in enumerate(runs):
        if count:
            drawn = corpus.draw_alone(options.samples, options.seed + 1 + i, count, folder / name, 'fee_cheque', '--hand', 'facts', *more)
            score.add_alone(score.cheque, corpus.check_all(options, folder, drawn))


def read_attacks(options, folder, score):
    for i, name in enumerate(ATTACKS):
        drawn = corpus.draw_alone(options.samples, options.seed + 11 + i, options.attacks, folder / name, 'kbis', '--defect', name)
        score.add_alone(score.attack, corpus.check_all(options, folder, drawn))


def read_own(options, folder, score):
    if options.count:
        for dossier, report in corpus.check_all(options, folder, corpus.draw(options.samples, options.seed, options.count, folder / 'mixed')):
            score.add(f"mixed/{dossier.truth['name']}", dossier.truth, report)
    if options.photos:
        read_photos(options, folder, score)
    if options.cheques:
        read_cheques(options, folder, score)
    if options.attacks:
        read_attacks(options, folder, score)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    corpus.add_arguments(parser, 'reading')
    parser.add_argument('--count', type=int, default=0, help='dossiers as they come')
    parser.add_argument('--photos', type=int, default=0, help='dossiers photographed, with born-digital twins')
    parser.add_argument('--cheques', type=int, default=0, help='cheques filled in by hand')
    parser.add_argument('--attacks', type=int, default=0, help='of each attack on the text layer')
    parser.add_argument('--truth', action='append', default=[], help='dossiers that are drawn already: their truth.json; repeatable')
    parser.add_argument('--amount', type=float, default=400, help='what a right cheque says')
    parser.add_argument('--payee', default='France IT')
    return parser.parse_args()


def main():
    options = arguments()
    scores = []

    def table(title, results):
        scores.append(Reading(options.amount, options.payee))
        for dossier, report in results:
            scores[-1].add(f"{dossier.corpus}/{dossier.truth['name']}", dossier.truth, report)
        scores[-1].show(title)

    if options.count or options.photos or options.cheques or options.attacks:
        options.seed = corpus.seed_of_commit() if options.seed is None else options.seed
        scores.append(Reading(options.amount, options.payee))
        read_own(options, options.out, scores[-1])
        scores[-1].show(f'dossiers of our generator, seed {options.seed}')
    for i, truth in enumerate(options.truth):
        table(f'dossiers of {truth}', corpus.check_all(options, options.out / f'given-{i}', corpus.load(truth)))
    if options.corpus:
        table('finished runs: ' + ', '.join(truth for truth, _ in options.corpus), ((dossier, report) for one in options.corpus for dossier, report, _ in corpus.checked(*one)))
    return 1 if any(score.wrong for score in scores) else 0


if __name__ == '__main__':
    sys.exit(main())
