"""What a candidate's names and texts may do in what an auditor opens, and what is left of a candidate on the disk.

Run by ctest, which sets PARAPHE (the program).
"""
import csv
import html.parser
import io
import os
import signal
import stat
import subprocess
import time
import unittest
import zipfile

import small
from batch_test import PROGRAM, InboxCase, run

MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>{{verdict}}"\'>'
TERMINAL = '\x1b]0;owned\x07\x1b[2J\r\u202efdp'
FORMULA = "=cmd|'calc'!A1"
HOSTILE = FORMULA + MARKUP + TERMINAL
IN_A_NAME = HOSTILE.replace('/', '∕').replace('\r', '')
CONTROLS = '\x1b\x07\x08\r\u202e'


def metadata(pdf):
    """The same file with hostile metadata."""
    text = ''.join(f'\\{byte:03o}' for byte in b'\xfe\xff' + HOSTILE.encode('utf-16-be'))
    info = '<< ' + ' '.join(f'/{key} ({text})' for key in ('Title', 'Author', 'Producer', 'Creator')) + ' >>'
    return pdf.replace(b'/Root 1 0 R', b'/Root 1 0 R /Info ' + info.encode())


def mail():
    head = f'From: <a@b.fr>\r\nSubject: {HOSTILE}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.replace('\r\u202e', '')
    name = ''.join(f'%{byte:02X}' for byte in HOSTILE.encode())
    part = f"--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=UTF-8''{name}.bin\r\n\r\nxyz\r\n--b--\r\n"
    inner = (head + part).encode()
    return head.encode() + b'--b\r\nContent-Type: message/rfc822\r\n\r\n' + inner + b'\r\n--b--\r\n'


def dossier():
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, 'w') as archive:
        archive.writestr(IN_A_NAME + '.pdf', metadata(small.pdf([['Facture de licence', MARKUP.replace('(', '\\(').replace(')', '\\)'), FORMULA]])))
        archive.writestr(IN_A_NAME + '2.pdf', b'%PDF-1.7 and nothing that follows')
        archive.writestr('../' + HOSTILE, 'no file that anybody reads')
        archive.writestr(HOSTILE + '.eml', mail())
    return memory.getvalue()


class Elements(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.names, self.attributes, self.policies = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.names.append(tag)
        self.attributes += [name for name, _ in attributes]
        values = dict(attributes)
        if values.get('http-equiv', '').lower() == 'content-security-policy':
            self.policies.append(values['content'])


class HostileNames(InboxCase):
    def setUp(self):
        super().setUp()
        (self.inbox / (IN_A_NAME + '.zip')).write_bytes(dossier())

    def expect_harmless(self, text, scripts):
        elements = Elements(text)
        self.assertEqual(elements.names.count('script'), scripts)
        self.assertEqual([name for name in elements.names if name in ('img', 'iframe', 'object', 'embed', 'form', 'base')], [])
        self.assertEqual([name for name in elements.attributes if name.startswith('on')], [])
        self.assertEqual(len(elements.policies), 1)
        self.assertIn("default-src 'none'", elements.policies[0])
        self.assertNotIn('unsafe-eval', elements.policies[0])
        for letter in CONTROLS:
            self.assertNotIn(letter, text)

    def test_in_reports_and_index_they_are_letters(self):
        self.assertEqual(self.batch()[0], 0)
        report = next(path for path in self.out.glob('*.html') if path.name != 'index.html')
        self.expect_harmless(report.read_bytes().decode(), scripts=0)
        self.expect_harmless((self.out / 'index.html').read_bytes().decode(), scripts=1)
        paths = [file['path'] for file in self.report(IN_A_NAME + '.zip')['files']]
        self.assertEqual(len(set(paths)), 4)

    def test_in_a_spreadsheet_they_are_no_formula(self):
        self.batch()
        rows = csv.reader(io.StringIO((self.out / 'summary.csv').read_text(encoding='utf-8-sig')), delimiter=';')
        for cell in (cell for row in rows for cell in row):
            self.assertNotIn(cell[:1], tuple('=+-@\t\r'))

    def test_on_a_terminal_and_in_a_letter_they_are_shown_not_obeyed(self):
        letter = self.folder / 'lettre.txt'
        checked = run('check', self.inbox / (IN_A_NAME + '.zip'), '--lettre', letter)
        batch = run('batch', self.inbox, '--out', self.out)
        missing = run('check', self.inbox / (IN_A_NAME + '.none'))
        self.put('b.pdf')
        several = run('check', *self.inbox.iterdir(), '--html', self.folder / 'html', '--reading', self.folder / 'readings')
        why = run('explain', self.folder / 'readings' / (IN_A_NAME + '.zip'), 'dossier.file')
        self.assertIn('Rapport', several.stdout)
        for text in (checked.stdout, checked.stderr, batch.stdout, batch.stderr, missing.stderr, letter.read_text(), several.stdout, several.stderr,
                     why.stdout, why.stderr):
            for sign in CONTROLS:
                self.assertNotIn(sign, text)
        for text in (checked.stdout, several.stdout, why.stdout, letter.read_text()):
            self.assertIn('␛', text)

    def test_in_a_log_in_json_there_is_nothing_of_them(self):
        log = run('batch', self.inbox, '--out', self.out, '--log-format', 'json').stderr
        for part in ('cmd', 'img', 'verdict}}', 'owned', 'zip', 'Facture'):
            self.assertNotIn(part, log)


class Privacy(InboxCase):
    def test_all_that_is_written_is_its_owners_only(self):
        self.put('a.pdf')
        before = os.umask(0)
        try:
            self.batch('--time-limit', '500')
            run('check', self.inbox / 'a.pdf', '--reading', self.folder / 'reading', '--cache', self.folder / 'cache', '--html', self.folder / 'a.html',
                '--json', self.folder / 'a.json', '--lettre', self.folder / 'a.txt', '--timings', self.folder / 'a.timings')
        finally:
            os.umask(before)
        places = [self.out, self.folder / 'reading', self.folder / 'cache']
        written = [path for place in places for path in [place, *place.rglob('*')]] + list(self.folder.glob('a.*'))
        self.assertTrue(any(path.suffix == '.jpg' for path in written))
        for path in written:
            mode = stat.S_IMODE(path.stat().st_mode)
            self.assertEqual(mode, 0o700 if path.is_dir() else 0o600, path)

    def test_a_check_killed_at_any_moment_leaves_nothing(self):
        (self.inbox / 'long.pdf').write_bytes(small.letter(1, 12))
        temporary = self.folder / 'tmp'
        temporary.mkdir()
        for seconds in (0.3, 1, 3):
            check = subprocess.Popen([PROGRAM, 'check', self.inbox / 'long.pdf', '--jobs', '2'], env={**os.environ, 'TMPDIR': str(temporary)}, cwd=temporary,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(seconds)
            check.send_signal(signal.SIGKILL)
            check.wait()
            self.assertEqual(list(temporary.iterdir()), [])

    def kept_bytes(self):
        return b''.join(path.read_bytes() for path in self.out.rglob('*') if path.is_file())

    def test_a_purge_leaves_nothing_of_what_is_old(self):
        self.put('martin.pdf')
        self.batch()
        self.assertIn(b'martin', self.kept_bytes())
        self.assertEqual(run('purge', '--out', self.out, '--older-than', '1').returncode, 0)
        self.assertTrue((self.out / 'martin.pdf.json').exists())
        (self.inbox / 'martin.pdf').unlink()
        purged = run('purge', '--out', self.out, '--older-than', '0')
        self.assertEqual(purged.returncode, 0, purged.stderr)
        self.assertNotIn(b'martin', self.kept_bytes())
        self.assertEqual(list(self.out.glob('*.pdf.*')), [])
        self.assertEqual([path for path in (self.out / '.readings').iterdir() if path.is_dir()], [])

    def test_a_purge_never_works_beside_a_watch(self):
        with subprocess.Popen([PROGRAM, 'watch', self.inbox, '--out', self.out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as watch:
            while not (self.out / 'status.json').exists():
                time.sleep(0.1)
            self.assertEqual(run('purge', '--out', self.out, '--older-than', '0').returncode, 75)
            watch.terminate()


if __name__ == '__main__':
    unittest.main()
