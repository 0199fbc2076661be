"""The program as a person runs it: dossiers in, reports and exit statuses out.

Run by ctest, which sets PARAPHE (the program), PARAPHE_SAMPLES (finished dossiers), PARAPHE_SCHEMA and PARAPHE_RULES.
`end_to_end.py --approve` writes the golden reports anew, to be looked at before they are committed.
"""
import hashlib
import json
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

PROGRAM = os.environ.get('PARAPHE', 'build/release/paraphe')
SAMPLES = pathlib.Path(os.environ.get('PARAPHE_SAMPLES', 'samples/finished'))
SCHEMA = os.environ.get('PARAPHE_SCHEMA', 'pipeline/report/report.schema.json')
RULES = os.environ.get('PARAPHE_RULES', 'rules/enr.toml')

GOLDEN = pathlib.Path(__file__).parent / 'golden'


def run(*arguments, **keywords):
    return subprocess.run([PROGRAM, *map(str, arguments)], text=True, capture_output=True, timeout=850, **keywords)


def finished():
    return {path.stem: path for path in sorted(SAMPLES.glob('*.zip'))}


def as_of(path):
    return path.with_suffix('.as_of').read_text().strip()


def essence(report):
    """What a golden report holds: outcomes, codes, values, boxes; no confidences and no wording, which may improve."""
    pieces = {}
    for piece in report['pieces']:
        pieces[piece['id']] = {
            'outcome': piece['outcome'],
            'checks': {check['id']: [check['outcome'], check['code']] for check in piece['checks']},
            'documents': [{'path': d['path'], 'pages': d['pages'],
                           'fields': {name: [f['value'], f['page'], f['box']] for name, f in d['fields'].items()}} for d in piece['documents']],
        }
    files = {f['path']: [f['status'], [p['piece'] for p in f['pages']]] for f in report['files']}
    return {'verdict': report['verdict'], 'company': report['company'], 'pieces': pieces, 'files': files}


def difference(want, got, path=''):
    """The first place where two essences differ; boxes may move by 0.01."""
    if isinstance(want, float) and isinstance(got, (int, float)) or isinstance(got, float) and isinstance(want, (int, float)):
        return None if abs(want - got) <= 0.0101 else f'{path}: {want} became {got}'
    if type(want) is not type(got):
        return f'{path}: {want!r} became {got!r}'
    if isinstance(want, dict):
        if want.keys() != got.keys():
            return f'{path}: {sorted(want.keys() ^ got.keys())} only on one side'
        return next((d for key in want if (d := difference(want[key], got[key], f'{path}/{key}'))), None)
    if isinstance(want, list):
        if len(want) != len(got):
            return f'{path}: {want} became {got}'
        return next((d for i, (a, b) in enumerate(zip(want, got)) if (d := difference(a, b, f'{path}/{i}'))), None)
    return None if want == got else f'{path}: {want!r} became {got!r}'


class EndToEnd(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='end-to-end-'))
        self.addCleanup(shutil.rmtree, self.folder)

    def check(self, dossier, *more):
        out = self.folder / 'report.json'
        result = run('check', dossier, '--as-of', '2017-02-20', '--json', out, *more)
        return result, json.loads(out.read_text()) if out.exists() else None

    def assert_one_line_naming(self, text, name):
        lines = [line for line in text.strip().splitlines() if 'protection' not in line]
        self.assertEqual(len(lines), 1, text)
        self.assertIn(name, lines[0])

    def test_no_defective_dossier_is_called_eligible_and_no_clean_one_is_refused(self):
        self.assertTrue(finished(), 'no finished dossiers')
        for name, path in finished().items():
            with self.subTest(name):
                report = json.loads(run('check', path, '--as-of', as_of(path), '--json', '-').stdout)
                truth = json.loads(path.with_suffix('.truth.json').read_text())
                clean = truth.get('clean', truth.get('dossiers', [{}])[0].get('clean'))
                self.assertIn(report['verdict'], ('eligible', 'review') if clean else ('not_eligible', 'review'))
                self.assertFalse([f['path'] for f in report['files'] if f['status'] == 'unreadable'])

    def test_finished_dossiers_give_their_golden_reports(self):
        for name, path in finished().items():
            with self.subTest(name):
                report = json.loads(run('check', path, '--as-of', as_of(path), '--json', '-').stdout)
                self.assertIsNone(difference(json.loads((GOLDEN / f'{name}.json').read_text()), essence(report)))

    def test_exit_status_tells_the_verdict(self):
        for path in finished().values():
            result = run('check', path, '--as-of', as_of(path), '--json', '-')
            verdict = json.loads(result.stdout)['verdict']
            self.assertEqual(result.returncode, {'eligible': 0, 'not_eligible': 1, 'review': 2}[verdict])

    def test_reports_keep_their_schema(self):
        import jsonschema
        schema = json.loads(pathlib.Path(SCHEMA).read_text())
        for path in finished().values():
            result = run('check', path, '--as-of', as_of(path), '--json', '-')
            jsonschema.validate(json.loads(result.stdout), schema)

    def test_judging_a_reading_gives_the_same_bytes_as_checking(self):
        for path in finished().values():
            checked, judged, reading = self.folder / 'a.json', self.folder / 'b.json', self.folder / 'reading'
            run('check', path, '--as-of', as_of(path), '--json', checked, '--reading', reading)
            run('judge', reading, '--as-of', as_of(path), '--json', judged)
            self.assertEqual(checked.read_bytes(), judged.read_bytes())
            shutil.rmtree(reading)

    def test_the_number_of_readers_changes_nothing(self):
        path = next(iter(finished().values()))
        one, two = self.folder / 'one.json', self.folder / 'two.json'
        run('check', path, '--as-of', as_of(path), '--json', one, '--jobs', 1)
        run('check', path, '--as-of', as_of(path), '--json', two, '--jobs', 3)
        self.assertEqual(one.read_bytes(), two.read_bytes())

    def test_originals_are_never_changed(self):
        path = self.folder / 'dossier.zip'
        shutil.copy(next(iter(finished().values())), path)
        before = (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        self.check(path, '--html', self.folder / 'report.html')
        self.assertEqual(before, (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns))

    def test_outputs_are_their_owners_only(self):
        self.check(next(iter(finished().values())), '--html', self.folder / 'report.html', '--reading', self.folder / 'reading')
        for path in [self.folder / 'report.json', self.folder / 'report.html', *(self.folder / 'reading').rglob('*')]:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode) & 0o077, 0, path)

    def test_every_file_of_the_archive_is_in_the_report_once(self):
        path = next(iter(finished().values()))
        _, report = self.check(path)
        with zipfile.ZipFile(path) as archive:
            names = sorted(n for n in archive.namelist() if not n.endswith('/'))
        self.assertEqual(sorted(f['path'] for f in report['files']), names)

    def test_a_missing_path_is_told_in_one_line(self):
        result, report = self.check(self.folder / 'nowhere.zip')
        self.assertEqual(result.returncode, 66)
        self.assertIsNone(report)
        self.assert_one_line_naming(result.stderr, 'nowhere.zip')

    def test_a_broken_archive_still_gets_its_report(self):
        whole = next(iter(finished().values())).read_bytes()
        path = self.folder / 'broken.zip'
        path.write_bytes(whole[:len(whole) // 3])
        result, report = self.check(path)
        self.assertIn(report['verdict'], ('review', 'not_eligible'))
        self.assertTrue(any(f['status'] == 'unreadable' for f in report['files']))
        self.assertIn(result.returncode, (1, 2))

    def test_garbage_is_a_dossier_with_one_unreadable_file(self):
        path = self.folder / 'garbage.zip'
        path.write_bytes(b'PK\x03\x04' + bytes(range(256)) * 20)
        result, report = self.check(path)
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertEqual([f['status'] for f in report['files']], ['unreadable'])

    def test_an_empty_folder_is_not_eligible(self):
        path = self.folder / 'empty'
        path.mkdir()
        result, report = self.check(path)
        self.assertEqual(report['files'], [])
        self.assertNotEqual(report['verdict'], 'eligible')

    def test_a_truncated_pdf_costs_one_file(self):
        source = next(iter(finished().values()))
        path = self.folder / 'truncated.zip'
        with zipfile.ZipFile(source) as archive, zipfile.ZipFile(path, 'w') as out:
            names = [n for n in archive.namelist() if n.endswith('.pdf')]
            for name in archive.namelist():
                data = archive.read(name)
                out.writestr(name, data[:300] if name == names[0] else data)
        _, report = self.check(path)
        statuses = {f['path']: f['status'] for f in report['files']}
        self.assertEqual(statuses[names[0]], 'unreadable')
        self.assertTrue(all(s == 'read' for n, s in statuses.items() if n in names[1:]))
        self.assertNotEqual(report['verdict'], 'eligible')

    def test_a_typo_in_the_rulebook_is_told_with_its_line(self):
        text = pathlib.Path(RULES).read_text()
        path = self.folder / 'enr.toml'
        path.write_text(text.replace('months =', 'monhts =', 1))
        result = run('check', next(iter(finished().values())), '--rules', path)
        self.assertEqual(result.returncode, 78)
        self.assertRegex(result.stderr, r'enr\.toml:\d+:\d+')
        self.assertIn('months', result.stderr)

    def check_with_form(self, form):
        """The dossier's answer on its standard where the rulebook names `form`, a member of one of the finished dossiers."""
        book = self.folder / 'enr.toml'
        book.write_text(pathlib.Path(RULES).read_text().replace('# form = "referentiel.pdf"', 'form = "form.pdf"', 1))
        dossier, name = form
        with zipfile.ZipFile(finished()[dossier]) as archive:
            (self.folder / 'form.pdf').write_bytes(archive.read(name))
        result = run('check', finished()['eligible'], '--rules', book, '--json', '-', '--lang', 'fr')
        checks = [c for p in json.loads(result.stdout)['pieces'] for c in p['checks'] if c['id'] == 'referential.form']
        self.assertEqual(len(checks), 1)
        return checks[0]

    def test_a_standard_follows_its_own_form_and_no_other(self):
        own = self.check_with_form(('eligible', 'Référentiel ENR paraphé.pdf'))
        self.assertEqual(own['outcome'], 'pass', own['message'])
        other = self.check_with_form(('defective', 'Referentiel label.pdf'))
        self.assertEqual(other['outcome'], 'review', other['message'])
        self.assertTrue(other['evidence'])

    def test_a_form_that_cannot_be_read_is_a_mistake_of_the_rulebook(self):
        book = self.folder / 'enr.toml'
        book.write_text(pathlib.Path(RULES).read_text().replace('# form = "referentiel.pdf"', 'form = "form.pdf"', 1))
        absent = run('rules', 'check', book)
        self.assertEqual(absent.returncode, 78)
        self.assertIn('form.pdf', absent.stderr)
        (self.folder / 'form.pdf').write_text('no PDF')
        broken = run('check', finished()['eligible'], '--rules', book)
        self.assertEqual(broken.returncode, 78, broken.stderr)
        self.assertIn('form.pdf', broken.stderr)

    def test_a_wrong_option_is_a_usage_error(self):
        self.assertEqual(run('check', 'x.zip', '--as-of', '20/02/2017').returncode, 64)
        self.assertEqual(run('chekc', 'x.zip').returncode, 64)

    def test_a_wrong_command_line_is_told_in_french_with_the_word_that_was_meant(self):
        for words, told in [(['chekc', 'x.zip'], 'commande inconnue « chekc » ; vouliez-vous dire « check »'), ([], 'il manque une commande : check'), (['check'], 'il manque DOSSIER'),
                            (['check', 'x.zip', '--jsno', 'a'], 'option inconnue « --jsno » ; vouliez-vous dire « --json »'), (['check', 'x.zip', '--jobs', 'abc'], 'un nombre de 1 à 256'),
                            (['check', 'x.zip', '--lang', 'de'], 'on attend fr ou en'), (['check', 'x.zip', '--json'], '--json attend une valeur')]:
            self.assertIn(told, run(*words).stderr)

    def test_a_report_that_cannot_be_written_leaves_nothing(self):
        target = self.folder / 'nowhere' / 'report.json'
        result = run('check', next(iter(finished().values())), '--json', target)
        self.assertEqual(result.returncode, 74, result.stderr)
        self.assertFalse(target.parent.exists())

    def test_only_json_goes_to_standard_output_when_asked(self):
        result = run('check', next(iter(finished().values())), '--json', '-')
        json.loads(result.stdout)

    def test_a_batch_is_resumed_and_repeats_nothing(self):
        inbox, out = self.folder / 'inbox', self.folder / 'out'
        inbox.mkdir()
        for name, path in finished().items():
            shutil.copy(path, inbox / path.name)
        first = run('batch', inbox, '--out', out)
        self.assertEqual(first.returncode, 0, first.stderr)
        reports = {p: p.read_bytes() for p in out.glob('*.zip.json')}
        self.assertEqual(len(reports), len(finished()))
        times = {p: p.stat().st_mtime_ns for p in reports}
        self.assertEqual(run('batch', inbox, '--out', out).returncode, 0)
        self.assertEqual(times, {p: p.stat().st_mtime_ns for p in reports})
        self.assertIn('Dossiers contrôlés', (out / 'index.html').read_text())

    def test_a_watched_folder_gets_its_reports(self):
        inbox, out = self.folder / 'inbox', self.folder / 'out'
        inbox.mkdir()
        watch = subprocess.Popen([PROGRAM, 'watch', inbox, '--out', out, '--settle', '0.3'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(watch.kill)
        path = next(iter(finished().values()))
        (inbox / 'slow.zip.part').write_bytes(path.read_bytes())
        (inbox / 'slow.zip.part').rename(inbox / 'slow.zip')
        report = out / 'slow.zip.json'
        for _ in range(3000):
            if report.exists():
                break
            time.sleep(0.2)
        json.loads(report.read_text())
        watch.terminate()
        self.assertEqual(watch.wait(timeout=400), 0)
        self.assertIn('arrêté', run('status', '--out', out).stdout)


def approve():
    GOLDEN.mkdir(exist_ok=True)
    for name, path in finished().items():
        report = json.loads(run('check', path, '--as-of', as_of(path), '--json', '-').stdout)
        (GOLDEN / f'{name}.json').write_text(json.dumps(essence(report), ensure_ascii=False, indent=1) + '\n')


if __name__ == '__main__':
    approve() if '--approve' in sys.argv else unittest.main()
