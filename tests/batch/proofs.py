"""The promises of batch and watch, proved on small dossiers; each prints its figures and fails when they are not reached.

    python3 tests/batch/proofs.py kills   [--dossiers 1000] [--kills 20]   # kill -9 of everything at random moments
    python3 tests/batch/proofs.py readers [--dossiers 200] [--every 2]     # kill -9 of a random reader, again and again
    python3 tests/batch/proofs.py steady  [--dossiers 1000]                # memory over one run; then a second run
    python3 tests/batch/proofs.py latency [--pages 10] [--times 5]         # watch: last byte written to report
    python3 tests/batch/proofs.py cores   [--dossiers 40]                  # one to two jobs against two tesseract processes; a quiet machine
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

import small


def descendants(pid):
    """The process and all below it."""
    try:
        children = pathlib.Path(f'/proc/{pid}/task').glob('*/children')
        below = [int(child) for file in children for child in file.read_text().split()]
    except OSError:
        below = []
    return [pid] + [p for child in below for p in descendants(child)]


def kill_everything(pid):
    for process in descendants(pid):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass


def start_batch(options, inbox, out, log, *more):
    return subprocess.Popen([options.paraphe, 'batch', inbox, '--out', out, '--log-format', 'json', '--jobs', str(options.jobs), *more],
                            stdout=subprocess.DEVNULL, stderr=log)


def events(log):
    """The dossiers that a log names; a killed program may leave half a line."""
    found = []
    for line in log.read_text(errors='replace').splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if event.get('event') == 'dossier':
            found.append(event)
    return found


def check_reports(inbox, out, count):
    """Every dossier has its whole report of its own content, and one entry in the journal."""
    for dossier in sorted(inbox.iterdir()):
        report = json.loads((out / f'{dossier.name}.json').read_text())
        assert report['dossier']['sha256'] == hashlib.sha256(dossier.read_bytes()).hexdigest(), f'{dossier.name}: report of another content'
        assert (out / f'{dossier.name}.html').read_text().rstrip().endswith('</html>'), f'{dossier.name}: torn HTML'
    names = [row[0] for row in sqlite3.connect(out / 'journal.sqlite').execute("SELECT name FROM dossier WHERE problem = ''")]
    assert len(names) == len(set(names)) == count, f'{len(names)} entries in the journal'
    lines = (out / 'summary.jsonl').read_text().splitlines()
    assert len(lines) == count, f'{len(lines)} lines in the summary'


def kills(options, folder):
    inbox, out, log = folder / 'inbox', folder / 'out', folder / 'log'
    small.fill(inbox, options.dossiers)
    lot = random.Random(options.seed)
    # A kill after every so many dossiers and a moment, so that all fall into the run however fast the machine is.
    moments = sorted(lot.sample(range(1, options.dossiers), options.kills))
    done, killed, finished_before, reports_before = 0, 0, set(), {}
    start = time.monotonic()
    while True:
        log.write_text('')
        with log.open('w') as file:
            batch = start_batch(options, inbox, out, file)
        while batch.poll() is None:
            time.sleep(0.02)
            if killed < len(moments) and len([e for e in events(log) if e['how'] != 'unchanged']) + done >= moments[killed]:
                time.sleep(lot.uniform(0, 0.5))
                kill_everything(batch.pid)
                batch.wait()
                killed += 1
                break
        worked = [e['dossier'] for e in events(log) if e['how'] != 'unchanged']
        assert not finished_before & set(worked), 'done twice: ' + ', '.join(finished_before & set(worked))
        finished_before |= set(worked)
        done += len(worked)
        for path, stamp in reports_before.items():
            assert path.stat().st_mtime_ns == stamp, f'{path.name} was written again'
        reports_before = {p: p.stat().st_mtime_ns for p in out.glob('d*.pdf.json') if finished(out, p)}
        print(f'kill {killed}: {done} of {options.dossiers} done, {len(reports_before)} journaled', flush=True)
        if batch.returncode != -signal.SIGKILL:
            break
    assert batch.returncode == 0, f'exit status {batch.returncode}'
    assert killed == options.kills, f'only {killed} kills fell into the run'
    check_reports(inbox, out, options.dossiers)
    leftovers = list(out.glob('*.part'))
    assert not leftovers, leftovers
    print(f'{options.dossiers} dossiers, {killed} kills, {time.monotonic() - start:.0f} s: {options.dossiers} reports, none torn, none done twice')


def a_reader(lot, pid):
    """A random process that parses for the batch: a confined reader, now and then the server that forks them.

    A server without readers is left alone: while it loads its models it has none, and one that is killed at every start never starts."""
    server = fork_server(pid)
    readers = descendants(server)[1:] if server else []
    if not readers:
        return 0
    return server if lot.random() < 0.1 else lot.choice(readers)


def readers(options, folder):
    """Readers die at random: what they had in hand is read again or told as unreadable, and no piece is called missing for it."""
    inbox, out, log = folder / 'inbox', folder / 'out', folder / 'log'
    small.fill(inbox, options.dossiers)
    lot, killed = random.Random(options.seed), 0
    with log.open('w') as file:
        batch = start_batch(options, inbox, out, file)
    due = time.monotonic() + options.every
    while batch.poll() is None:
        time.sleep(0.01)
        victim = a_reader(lot, batch.pid) if time.monotonic() >= due else 0
        if victim:
            due = time.monotonic() + options.every
            try:
                os.kill(victim, signal.SIGKILL)
                killed += 1
            except ProcessLookupError:
                pass
    assert batch.returncode == 0, f'exit status {batch.returncode}'
    check_reports(inbox, out, options.dossiers)
    hurt = 0
    for path in out.glob('d*.pdf.json'):
        report = json.loads(path.read_text())
        assert report['verdict'] != 'eligible', path.name
        if all(f['status'] != 'unreadable' for f in report['files']):
            continue
        hurt += 1
        missing = [c['code'] for p in report['pieces'] for c in p['checks'] if c['code'].endswith('.missing') and c['outcome'] == 'fail']
        assert not missing, f'{path.name}: {missing} although a file could not be read'
    print(f'{options.dossiers} dossiers, {killed} readers killed: {options.dossiers} reports, {hurt} with a file told as unreadable, none lost, none eligible')
    assert killed, 'no kill fell into the run'


def finished(out, report):
    """Whether the journal says so: only then may nothing of it be done again."""
    name = report.name.removesuffix('.json')
    with sqlite3.connect(out / 'journal.sqlite') as journal:
        return journal.execute('SELECT count(*) FROM dossier WHERE name = ?', (name,)).fetchone()[0] == 1


def resident_kb(pid):
    try:
        for line in pathlib.Path(f'/proc/{pid}/status').read_text().splitlines():
            if line.startswith('VmRSS'):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def fork_server(pid):
    for process in descendants(pid)[1:]:
        if pathlib.Path(f'/proc/{process}/comm').read_text().startswith('paraphe-reader'):
            return process
    return 0


def steady(options, folder):
    inbox, out, log = folder / 'inbox', folder / 'out', folder / 'log'
    small.fill(inbox, options.dossiers)
    start = time.monotonic()
    program, server = [], []  # kB, one sample a dossier
    with log.open('w') as file:
        batch = start_batch(options, inbox, out, file)
    while batch.poll() is None:
        time.sleep(0.1)
        count = len(events(log))
        program += [resident_kb(batch.pid)] * (count - len(program))
        server += [resident_kb(fork_server(batch.pid))] * (count - len(server))
    first = time.monotonic() - start
    assert batch.returncode == 0, f'exit status {batch.returncode}'
    check_reports(inbox, out, options.dossiers)
    warm = min(100, options.dossiers // 3)
    for name, samples in (('paraphe', program), ('paraphe-reader (fork server)', server)):
        samples = [s for s in samples if s]
        early, late = statistics.median(samples[warm:warm + warm // 2 + 1]), statistics.median(samples[-warm // 2:])
        growth = 100 * (late / early - 1)
        print(f'memory of {name}: {early / 1024:.1f} MB after {warm} dossiers, {late / 1024:.1f} MB at the end, peak {max(samples) / 1024:.1f} MB: {growth:+.1f} %')
        assert growth < 5 or options.dossiers < 300, 'memory grows'
    start = time.monotonic()
    with log.open('w') as file:
        assert start_batch(options, inbox, out, file).wait() == 0
    second = time.monotonic() - start
    assert all(e['how'] == 'unchanged' for e in events(log))
    print(f'{options.dossiers} dossiers: first run {first:.1f} s, second run {second:.2f} s: {first / second:.0f} times sooner')
    # Starting alone takes some tenths of a second: with few dossiers nothing can be said.
    assert first / second > 50 or options.dossiers < 300, 'the second run is too slow'


def latency(options, folder):
    inbox, out = folder / 'inbox', folder / 'out'
    inbox.mkdir()
    with subprocess.Popen([options.paraphe, 'watch', inbox, '--out', out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as watch:
        try:
            while not (out / 'status.json').exists():
                time.sleep(0.05)
            taken = []
            for number in range(options.times):
                data = small.letter(number, options.pages, (595, 842))
                with (inbox / f'l{number}.pdf').open('wb') as file:
                    for from_ in range(0, len(data), len(data) // 5 + 1):
                        file.write(data[from_:from_ + len(data) // 5 + 1])
                        file.flush()
                        time.sleep(0.3)  # a copy in progress
                start = time.monotonic()
                report = out / f'l{number}.pdf.json'
                while not report.exists():
                    time.sleep(0.01)
                taken.append(time.monotonic() - start)
                assert len(json.loads(report.read_text())['files'][0]['pages']) == options.pages, 'taken before it was whole'
        finally:
            watch.send_signal(signal.SIGTERM)
        assert watch.wait(30) == 0
    print(f'{options.pages}-page digital dossier, last byte to report: median {statistics.median(taken):.2f} s, worst {max(taken):.2f} s of {options.times}')
    assert statistics.median(taken) < options.within, 'too slow'


def cores(options, folder):
    def rate(jobs):
        inbox, out = folder / f'inbox{jobs}', folder / f'out{jobs}'
        small.fill(inbox, options.dossiers, options.pages)
        start = time.monotonic()
        subprocess.run([options.paraphe, 'batch', inbox, '--out', out, '--jobs', str(jobs)], check=True, stderr=subprocess.DEVNULL)
        return options.dossiers / (time.monotonic() - start)

    def tesseract_rate(jobs):
        page = folder / 'page'
        (folder / 'page.pdf').write_bytes(small.letter(1, 1, (595, 842)))
        subprocess.run(['pdftoppm', '-gray', '-r', '200', '-singlefile', folder / 'page.pdf', page], check=True)
        ocr = ['tesseract', f'{page}.pgm', '-', '-l', 'fra']
        alone = {**os.environ, 'OMP_THREAD_LIMIT': '1'}
        start = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            list(pool.map(lambda _: subprocess.run(ocr, env=alone, check=True, capture_output=True), range(options.dossiers)))
        return options.dossiers / (time.monotonic() - start)

    ours, theirs = rate(2) / rate(1), tesseract_rate(2) / tesseract_rate(1)
    print(f'from one to two: paraphe {ours:.2f} times, tesseract {theirs:.2f} times: {ours / theirs:.2f} of its gain')
    assert ours / theirs >= 0.95, 'two jobs gain too little'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('proof', choices=['kills', 'readers', 'steady', 'latency', 'cores'])
    parser.add_argument('--paraphe', default=os.environ.get('PARAPHE', 'build/release/paraphe'))
    parser.add_argument('--dossiers', type=int, default=1000)
    parser.add_argument('--kills', type=int, default=20)
    parser.add_argument('--every', type=float, default=2, help='seconds between two readers killed')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--pages', type=int, default=10)
    parser.add_argument('--times', type=int, default=5)
    parser.add_argument('--within', type=float, default=3, help='seconds that latency may take')
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='proof-') as folder:
        globals()[options.proof](options, pathlib.Path(folder))


if __name__ == '__main__':
    sys.exit(main())
