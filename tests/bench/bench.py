#!/usr/bin/env python3
"""How fast, how large? Paraphe against tesseract and OCRmyPDF on the same scanned pages, in one session. Run it on a quiet machine.

    bench.py --samples PARAPHE_SAMPLES --paraphe PARAPHE --rules ENR.toml --pairs 5 --out DIR [--pages 30] [--seed N]

The pages: papers of a few candidates that paraphe-samples draws, scanned at 200 dpi without a text layer and born digital from the same
seed, put into one dossier each. No fax, no photograph; some pages lie on their side, as scans do. A cheque is a scan in both dossiers and
takes long: with --no-cheques all of D is born digital.

Speed: wall-clock seconds, start to end of the command, median of --pairs rounds; every second round runs in the other order.
    A  paraphe check, its own number of jobs, nothing cached, reports in HTML and JSON
    B  OMP_THREAD_LIMIT=1 tesseract PAGE OUT -l fra --dpi 200, one page a process, --jobs at a time, of pages drawn to PNG beforehand
    C  ocrmypdf -l fra --jobs 2 --rotate-pages --deskew, of one PDF of all pages
    D  paraphe check, as A, on the born-digital dossier
Ratios are of medians, with the 95 % interval of a bootstrap over the rounds. B only reads words; A also draws the pages, turns them,
classifies them, seeks marks, confirms what it read, judges and reports.

Stages: seconds of A and D by `--timings`, median. pages, ocr and marks add up what each reader took (two readers: twice the wall clock); the
others are wall clock.

Memory: MB (10^6 bytes), largest sum of Pss of paraphe and all its descendants, looked at every 0.2 s, in a run of its own. Readers cannot
be looked at by others: it takes root.

Words: printed words are those of the born-digital twin (pdftotext), so drawn letters in stamps and logos count as invented, for all alike.
Paraphe's are those of its cache, page by page. Order plays no part: a page is a bag of words, letters and digits only, case and accents
kept. CER: letters to change, add or take away over letters printed, after words are paired, equal ones first, then the nearest that share
more than half of their letters. "upright": only pages that lie in no quarter turn, for tesseract turns none.

A rival that is not installed is told and left out. The exit status is 1 when a command failed. Standard library only.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import figures
import lot
import words

VERDICTS = (0, 1, 2)  # exit statuses of `paraphe check` that are answers


def missing_tools():
    """{what cannot be run: why}."""
    languages = subprocess.run(['tesseract', '--list-langs'], capture_output=True, text=True).stdout.split() if shutil.which('tesseract') else None
    missing = {}
    for name, tools in (('tesseract', ['tesseract', 'pdftoppm']), ('ocrmypdf', ['ocrmypdf']), ('words', ['pdftotext'])):
        absent = [tool for tool in tools if not shutil.which(tool)]
        if absent:
            missing[name] = f"{', '.join(absent)} not installed"
        elif name != 'words' and 'fra' not in languages:
            missing[name] = 'tesseract does not know French (tesseract-ocr-fra)'
    if 'ocrmypdf' not in missing and not (shutil.which('qpdf') or shutil.which('pdfunite')):
        missing['ocrmypdf'] = 'neither qpdf nor pdfunite to make one PDF of the pages'
    return missing


def run(command, answers=(0,), **more):
    """-> seconds."""
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)
    seconds = time.monotonic() - start
    if done.returncode not in answers:
        raise SystemExit(f"{' '.join(map(str, command))}\n  ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return seconds


class Bench:
    """The pages and where each command puts what it makes."""

    def __init__(self, options):
        self.options = options
        self.out = options.out.resolve()
        self.out.mkdir(parents=True, exist_ok=True)
        self.papers, self.as_of = lot.make(options, self.out)
        self.pages = [(paper, page['page']) for paper in self.papers for page in paper.pages]
        self.images = []
        self.timings = {'scanned': [], 'digital': []}

    def check(self, dossier, *more):
        return [self.options.paraphe, 'check', dossier, '--as-of', self.as_of, '--rules', self.options.rules, *more]

    def timed(self, dossier):
        timings = self.out / 'timings.json'
        seconds = run(self.check(self.out / dossier, '--html', self.out / f'{dossier}.html', '--json', self.out / f'{dossier}.json', '--timings', timings), VERDICTS)
        self.timings[dossier].append(json.loads(timings.read_text()))
        return seconds

    def scanned(self):
        return self.timed('scanned')

    def digital(self):
        return self.timed('digital')

    def draw_images(self):
        folder = self.out / 'png'
        folder.mkdir(exist_ok=True)
        for number, (paper, page) in enumerate(self.pages):
            run(['pdftoppm', '-r', str(self.options.dpi), '-png', '-singlefile', '-f', str(page), '-l', str(page), paper.scanned, folder / f'{number:03d}'])
            self.images.append(folder / f'{number:03d}.png')

    def tesseract(self):
        alone = {**os.environ, 'OMP_THREAD_LIMIT': '1'}

        def read(image):
            run(['tesseract', image, image.with_suffix(''), '-l', 'fra', '--dpi', str(self.options.dpi)], env=alone)

        start = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            list(pool.map(read, self.images))
        return time.monotonic() - start

    def join_pages(self):
        files = [paper.scanned for paper in self.papers]
        into = self.out / 'pages.pdf'
        run(['qpdf', '--empty', '--pages', *files, '--', into] if shutil.which('qpdf') else ['pdfunite', *files, into])

    def ocrmypdf(self):
        return run(['ocrmypdf', '-q', '-l', 'fra', '--jobs', str(self.options.jobs), '--rotate-pages', '--deskew', self.out / 'pages.pdf', self.out / 'ocrmypdf.pdf'])

    # -- words --

    def printed(self):
        return {at: words.words_in_pdf(paper.digital, page) for at, (paper, page) in enumerate(self.pages) if paper.born_digital}

    def paraphe_words(self):
        """Reads each file anew into a cache of its own: only there does Paraphe keep the words of a page."""
        said, folder = {}, self.out / 'cache'
        for paper in self.papers:
            shutil.rmtree(folder, ignore_errors=True)
            run(self.check(paper.scanned, '--cache', folder), VERDICTS)
            read = words.words_in_cache(folder / 'answers.sqlite')
            said.update({at: read.get(page, []) for at, (whose, page) in enumerate(self.pages) if whose is paper})
        return said

    def tesseract_words(self):
        return {at: words.split(image.with_suffix('.txt').read_text(encoding='utf-8')) for at, image in enumerate(self.images)}

    def ocrmypdf_words(self):
        return {at: words.words_in_pdf(self.out / 'ocrmypdf.pdf', at + 1) for at in range(len(self.pages))}


def machine():
    model = next((line.partition(':')[2].strip() for line in pathlib.Path('/proc/cpuinfo').read_text().splitlines() if line.startswith('model name')), 'unknown')
    load = os.getloadavg()[0]
    return f'{model}, {os.cpu_count()} cores, load {load:.1f} at the start' + (': NOT QUIET' if load > 0.5 else '')


def show_setting(bench, missing):
    options, cores = bench.options, os.cpu_count()
    print(f'machine   {machine()}')
    pieces = collections.Counter(paper.piece for paper in bench.papers for _ in paper.pages)
    turned = sum(len(paper.pages) - len(paper.upright()) for paper in bench.papers)
    print(f"pages     {len(bench.pages)} in {len(bench.papers)} PDFs at {options.dpi} dpi, {turned} turned, seed {options.seed}: " + ', '.join(f'{n} {piece}' for piece, n in sorted(pieces.items())))
    for name, command in (('paraphe', [options.paraphe, '--version']), ('tesseract', ['tesseract', '--version']), ('ocrmypdf', ['ocrmypdf', '--version'])):
        print(f'{name:9} ' + (f'MISSING: {missing[name]}' if name in missing else subprocess.run(command, capture_output=True, text=True).stdout.split('\n')[0]))
    if cores != options.jobs:
        print(f'          paraphe takes {cores} jobs, its rivals {options.jobs}: give --jobs {cores} for a fair race')


def racers(bench, missing):
    """-> {letter: (title, function that runs it once and gives its seconds)}, with what each needs made beforehand."""
    found = {'A': ('paraphe check, scanned', bench.scanned)}
    if 'tesseract' not in missing:
        bench.draw_images()
        found['B'] = ('tesseract, pages drawn beforehand', bench.tesseract)
    if 'ocrmypdf' not in missing:
        bench.join_pages()
        found['C'] = ('ocrmypdf', bench.ocrmypdf)
    found['D'] = ('paraphe check, born digital', bench.digital)
    return found


def race(runs, rounds):
    """-> {letter: seconds of each round}."""
    seconds = {name: [] for name in runs}
    for number in range(rounds):
        for name in figures.order(runs, number):
            seconds[name].append(runs[name][1]())
            print(f'  round {number + 1} of {rounds}: {name} {seconds[name][-1]:.1f} s', file=sys.stderr)
    return seconds


def show_speed(bench, missing):
    runs = racers(bench, missing)
    seconds, count = race(runs, bench.options.pairs), len(bench.pages)
    print(f"\n{f'speed, {bench.options.pairs} rounds':44} median s   pages/s")
    for name, (title, _) in runs.items():
        middle = statistics.median(seconds[name])
        print(f"  {name}    {title:37} {middle:8.1f} {count / middle:9.2f}   all: {' '.join(f'{one:.1f}' for one in seconds[name])}")
    print(f"{'ratios of medians':44}    ratio   95 %")
    for above, below, what in (('A', 'B', 'scanned against tesseract alone'), ('C', 'A', 'ocrmypdf against scanned'), ('A', 'D', 'scanned against born digital')):
        if above in runs and below in runs:
            middle, low, high = figures.ratio(seconds[above], seconds[below])
            print(f'  {above}/{below}  {what:37} {middle:8.2f}   [{low:.2f}, {high:.2f}]')


def show_stages(bench):
    print(f"\n{'stages, seconds':44}        A    a page        D    a page")
    for stage in bench.timings['scanned'][0]:
        row = ''
        for kind in ('scanned', 'digital'):
            middle = statistics.median(timings.get(stage, 0) for timings in bench.timings[kind])
            row += f'{middle:9.2f} {middle / len(bench.pages):9.3f}'
        print(f'  {stage:41} {row}')


def look_at(root):
    """Pss of a process and its descendants -> (bytes, processes, how many could not be looked at)."""
    parents = {}
    for folder in pathlib.Path('/proc').glob('[0-9]*'):
        try:
            parents[int(folder.name)] = figures.parent_in((folder / 'stat').read_text())
        except OSError:
            continue  # ended meanwhile
    total, hidden, processes = 0, 0, figures.tree(parents, root)
    for process in processes:
        try:
            total += figures.pss_in(pathlib.Path(f'/proc/{process}/smaps_rollup').read_text())
        except PermissionError:
            hidden += 1
        except OSError:
            continue
    return total, len(processes), hidden


def show_memory(bench):
    peak, most, hidden, looks = 0, 0, 0, 0
    with subprocess.Popen(bench.check(bench.out / 'scanned'), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            total, processes, unseen = look_at(process.pid)
            peak, most, hidden, looks = max(peak, total), max(most, processes), max(hidden, unseen), looks + 1
            time.sleep(0.2)
    if process.returncode not in VERDICTS:
        raise SystemExit(f'paraphe ended with {process.returncode} while its memory was looked at')
    print(f'\nmemory of A: peak Pss {peak / 1e6:.0f} MB of up to {most} processes, {looks} looks')
    if hidden:
        print(f'  NOT WHOLE: {hidden} of its processes could not be looked at; run as root')


def show_words(bench, missing):
    if 'words' in missing:
        print(f"\nwords: left out, {missing['words']}")
        return
    printed = bench.printed()
    upright = {at for at, (paper, page) in enumerate(bench.pages) if page in paper.upright()}
    said = {'paraphe': bench.paraphe_words()}
    if 'tesseract' not in missing:
        said['tesseract'] = bench.tesseract_words()
    if 'ocrmypdf' not in missing:
        said['ocrmypdf'] = bench.ocrmypdf_words()
    print(f"\n{'words, against the born-digital twins':44} pages   words   recall precision     CER")
    for title, chosen in (('all', set(printed)), ('upright', set(printed) & upright)):
        for name, read in said.items():
            score = sum((words.compare(printed[at], read[at]) for at in sorted(chosen)), words.Score())
            if score.true and score.said:
                recall, precision, cer = score.right / score.true, score.right / score.said, score.wrong / score.letters
                print(f'  {name:10} {title:31} {len(chosen):5} {score.true:7} {100 * recall:6.1f} % {100 * precision:7.1f} % {100 * cer:5.2f} %')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--samples', default='build/release/paraphe-samples')
    parser.add_argument('--paraphe', default='build/release/paraphe')
    parser.add_argument('--rules', default='rules/enr.toml')
    parser.add_argument('--out', type=pathlib.Path, default='bench', help='what is drawn, read and written')
    parser.add_argument('--pairs', type=int, default=5, help='rounds')
    parser.add_argument('--pages', type=int, default=30, help='at least so many')
    parser.add_argument('--lot', type=int, default=16, help='candidates to draw; the papers are chosen among theirs')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--dpi', type=int, default=200)
    parser.add_argument('--no-cheques', action='store_true', help='no page is a scan in both dossiers')
    parser.add_argument('--jobs', type=int, default=2, help='of tesseract and ocrmypdf')
    options = parser.parse_args()
    if options.pairs < 1:
        parser.error('--pairs: at least one')
    missing = missing_tools()
    bench = Bench(options)
    show_setting(bench, missing)
    show_speed(bench, missing)
    show_stages(bench)
    show_memory(bench)
    show_words(bench, missing)


if __name__ == '__main__':
    main()
