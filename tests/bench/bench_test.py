#!/usr/bin/env python3
"""What the benchmark counts is right: orders, ratios, process trees, Pss, the choice of papers, words and their distance."""
import contextlib
import copy
import io
import pathlib
import sqlite3
import sys
import tempfile
import types
import unittest
import zlib

import bench
import confinement
import figures
import lot
import words


def message(*fields):
    """A protobuf message of (field, text, bytes or number below 128)."""
    out = b''
    for number, value in fields:
        if isinstance(value, int):
            out += bytes([number << 3, value])
        else:
            value = value.encode() if isinstance(value, str) else value
            out += bytes([number << 3 | 2, *([len(value)] if len(value) < 128 else [len(value) & 127 | 128, len(value) >> 7])]) + value
    return out


def answer_of_page(number, texts):
    page = message((words.NUMBER, number), *((words.WORDS, message((words.TEXT, text), (4, 1)) + b'\x19' + bytes(8)) for text in texts))
    answer = message((words.READ_PAGE, message((words.READING, page))))
    return f'{len(answer):08d}'.encode() + answer + b'\xff' * 50  # pixels follow


class Figures(unittest.TestCase):
    def test_every_second_round_runs_backwards(self):
        self.assertEqual([figures.order('ABC', pair) for pair in range(3)], [['A', 'B', 'C'], ['C', 'B', 'A'], ['A', 'B', 'C']])

    def test_a_ratio_that_never_changes_has_no_width(self):
        self.assertEqual(figures.ratio([2, 4, 6], [1, 2, 3]), (2, 2, 2))

    def test_an_interval_holds_its_ratio_and_is_the_same_each_time(self):
        above, below = [10.0, 12.0, 11.0, 13.0, 10.5], [5.0, 5.2, 5.6, 5.1, 5.4]
        middle, low, high = figures.ratio(above, below)
        self.assertAlmostEqual(middle, 11.0 / 5.2)
        self.assertLess(low, middle)
        self.assertLess(middle, high)
        self.assertEqual(figures.ratio(above, below), (middle, low, high))

    def test_a_slow_moment_that_both_share_leaves_their_ratio_alone(self):
        self.assertEqual(figures.ratio([10, 100, 10], [5, 50, 5]), (2, 2, 2))

    def test_measurements_that_are_not_paired_are_refused(self):
        for above, below in (([1], [1, 2]), ([], [])):
            with self.assertRaises(ValueError):
                figures.ratio(above, below)

    def test_a_tree_holds_descendants_whatever_their_numbers(self):
        self.assertEqual(figures.tree({9: 1, 3: 9, 2: 3, 8: 1, 7: 8}, 9), {9, 3, 2})

    def test_a_parent_is_found_behind_a_strange_name(self):
        self.assertEqual(figures.parent_in('42 (a b) c) S 7 42 42 0 -1'), 7)

    def test_pss_is_told_in_bytes(self):
        self.assertEqual(figures.pss_in('55d0-7ffc ---p 00000000 00:00 0 [rollup]\nRss:     900 kB\nPss:     512 kB\nPss_Anon: 400 kB\n'), 512 * 1024)
        self.assertEqual(figures.pss_in(''), 0)


class Papers(unittest.TestCase):
    PAGE = {'page': 1, 'piece': 'kbis', 'rotation': 0, 'layer': 'none', 'illegible': False}
    SCAN = {'path': 'k.pdf', 'mode': 'scan_gray', 'spoiled': None, 'pages': [PAGE]}
    DIGITAL = {'path': 'k.pdf', 'mode': 'digital', 'spoiled': None, 'pages': [dict(PAGE, layer='good')]}

    def changed(self, **what):
        file = copy.deepcopy(self.SCAN)
        for key, value in what.items():
            (file['pages'][0] if key in self.PAGE else file)[key] = value
        return file

    def test_a_scan_and_its_digital_twin_serve(self):
        self.assertTrue(lot.serves(self.SCAN, self.DIGITAL))

    def test_what_would_not_be_read_by_eye_at_this_resolution_does_not_serve(self):
        for what in ({'mode': 'fax'}, {'mode': 'photo'}, {'layer': 'good'}, {'layer': 'cipher'}, {'illegible': True}, {'spoiled': 'locked'}, {'path': 'k.jpg'}):
            self.assertFalse(lot.serves(self.changed(**what), dict(self.DIGITAL, path=what.get('path', 'k.pdf'))), what)

    def test_only_a_cheque_may_be_a_scan_in_both(self):
        self.assertFalse(lot.serves(self.SCAN, self.SCAN))
        cheque = self.changed(piece='fee_cheque')
        self.assertTrue(lot.serves(cheque, cheque))
        self.assertFalse(lot.serves(cheque, cheque, cheques=False))

    def test_the_candidates_of_whose_papers_most_serve_come_first_and_variants_never(self):
        few = ({'name': 'few', 'kinds': [], 'files': [self.SCAN]}, {'name': 'few', 'files': [self.DIGITAL]})
        many = ({'name': 'many', 'kinds': [], 'files': [self.SCAN] * 3}, {'name': 'many', 'files': [self.DIGITAL] * 3})
        variant = ({'name': 'variant', 'kinds': ['fine_shuffled'], 'files': [self.SCAN] * 9}, {'name': 'variant', 'files': [self.DIGITAL] * 9})
        self.assertEqual([scanned['name'] for scanned, *_ in lot.choose([few, many, variant], 4)], ['many'] * 3 + ['few'])
        self.assertEqual(len(lot.choose([few, many], 2)), 2)
        with self.assertRaises(SystemExit):
            lot.choose([few, many, variant], 5)


class Words(unittest.TestCase):
    def test_punctuation_parts_words_and_accents_stay(self):
        self.assertEqual(words.split("L’entreprise s'engage : 400,00 € (réf_2)"), ['L', 'entreprise', 's', 'engage', '400', '00', 'réf', '2'])

    def test_words_of_a_page_are_found_in_the_cache_among_other_answers(self):
        other = message((6, message((1, 3))))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'answers.sqlite')
            base = sqlite3.connect(path)
            base.execute('CREATE TABLE answer (key TEXT PRIMARY KEY, used INTEGER, size INTEGER, packed BLOB)')
            for key, answer in (('a', answer_of_page(2, ['Extrait', 'K-bis', 'à' * 70])), ('b', f'{len(other):08d}'.encode() + other)):
                base.execute('INSERT INTO answer VALUES (?, 0, 0, ?)', (key, zlib.compress(answer)))
            base.commit()
            base.close()
            self.assertEqual(words.words_in_cache(path), {2: ['Extrait', 'K', 'bis', 'à' * 70]})

    def test_edits_are_counted(self):
        self.assertEqual([words.edits(*pair) for pair in (('', ''), ('abc', ''), ('kbis', 'kbis'), ('kitten', 'sitting'))], [0, 3, 0, 3])

    def test_order_plays_no_part(self):
        self.assertEqual(words.compare(['un', 'deux', 'deux'], ['deux', 'un', 'deux']), words.Score(3, 3, 3, 10, 0))

    def test_a_slip_costs_its_letters_only(self):
        self.assertEqual(words.compare(['conformité'], ['confomité']), words.Score(1, 1, 0, 10, 1))

    def test_what_is_missing_or_invented_costs_all_its_letters(self):
        self.assertEqual(words.compare(['label', 'oui'], ['label', 'xyzwv']), words.Score(2, 2, 1, 8, 8))
        self.assertEqual(words.compare(['label'], []), words.Score(1, 0, 0, 5, 5))

    def test_a_word_is_paired_once(self):
        self.assertEqual(words.compare(['signature'], ['signoture', 'signaturo']).wrong, 1 + 9)

    def test_scores_add_up(self):
        self.assertEqual(words.Score(1, 2, 3, 4, 5) + words.Score(1, 1, 1, 1, 1), words.Score(2, 3, 4, 5, 6))


class Tables(unittest.TestCase):
    def shown(self, seconds, missing=()):
        """The table of speed of commands that take these seconds."""
        runs = {name: iter(times) for name, times in seconds.items()}
        fake = types.SimpleNamespace(pages=[None] * 30, options=types.SimpleNamespace(pairs=2), draw_images=lambda: None, join_pages=lambda: None,
                                     scanned=lambda: next(runs['A']), tesseract=lambda: next(runs['B']), ocrmypdf=lambda: next(runs['C']), digital=lambda: next(runs['D']))
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
            bench.show_speed(fake, dict.fromkeys(missing, 'not installed'))
        return out.getvalue()

    def test_speed_and_ratios_are_told(self):
        table = self.shown({'A': [60, 60], 'B': [40, 40], 'C': [90, 90], 'D': [20, 20]})
        for found in (r'A    paraphe check, scanned +60.0 +0.50', r'A/B .* 1.50   \[1.50, 1.50\]', r'C/A .* 1.50', r'A/D .* 3.00'):
            self.assertRegex(table, found)

    def test_a_missing_rival_is_left_out(self):
        table = self.shown({'A': [60, 60], 'D': [20, 20]}, ['tesseract', 'ocrmypdf'])
        self.assertNotIn('A/B', table)
        self.assertNotIn('C/A', table)
        self.assertRegex(table, r'A/D .* 3.00')


class Confinement(unittest.TestCase):
    DOCTOR = ('Paraphe 0.1.0\nInstallation\n  ok      lecteur  (/opt/a b/paraphe-reader)\n  ok      modèles  (/opt/models)\n  ABSENT  règlement  (/opt/rules-data/enr.toml)\n'
              '  ok      lecteur démarré\nProtections des lecteurs\n  ok      rlimits  (memory)\n  ABSENT  landlock  (the kernel has no Landlock: x)\n'
              'Fichiers bureautiques\n  ok      bubblewrap  (/usr/bin/bwrap)\n')

    def test_the_doctor_says_what_is_there_and_where(self):
        protections, places = confinement.told_by_doctor(self.DOCTOR)
        self.assertEqual(protections, {'rlimits': True, 'landlock': False})
        self.assertEqual([str(path) for path in places], ['/opt/a b/paraphe-reader', '/opt/models', '/opt/rules-data/enr.toml'])
        self.assertEqual(confinement.told_by_doctor('no such thing'), ({}, []))

    def test_missing_protections_are_read_in_both_languages(self):
        said = 'paraphe : protection absente : landlock (x)\nparaphe: protection missing: seccomp (y)\nd.pdf : protection absente : rlimits\n'
        self.assertEqual(confinement.told_missing(said), {'landlock', 'seccomp'})
        self.assertEqual(confinement.told_missing(''), set())

    def test_what_outlives_its_parent_is_counted(self):
        busy = 'import time\nwhile time.process_time() < 0.3: pass'
        seconds, status, said = confinement.cpu_seconds(['sh', '-c', 'echo here >&2; "$0" -c "$1" 2>/dev/null & exit 1', sys.executable, busy])
        self.assertGreaterEqual(seconds, 0.3)
        self.assertEqual((status, said), (1, 'here\n'))


if __name__ == '__main__':
    unittest.main()
