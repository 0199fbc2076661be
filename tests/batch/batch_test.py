"""Batch and watch as an auditor meets them, and the short versions of the proofs.

Run by ctest, which sets PARAPHE (the program).
"""
import csv
import io
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

import small

HERE = pathlib.Path(__file__).parent
PROGRAM = os.environ.get('PARAPHE', 'build/release/paraphe')


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], text=True, capture_output=True, timeout=500)


class InboxCase(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='batch-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.inbox, self.out = self.folder / 'inbox', self.folder / 'out'
        self.inbox.mkdir()

    def put(self, name, number=1):
        (self.inbox / name).write_bytes(small.letter(number))

    def report(self, name):
        return json.loads((self.out / f'{name}.json').read_text())

    def batch(self, *more):
        result = run('batch', self.inbox, '--out', self.out, '--log-format', 'json', *more)
        lines = [json.loads(line) for line in result.stderr.splitlines()]
        return result.returncode, [(e['how'], e.get('reason')) for e in lines if e['event'] == 'dossier']

    def make_older(self, day='2017-02-20'):
        """As if everything had been seen first on that day."""
        with sqlite3.connect(self.out / 'journal.sqlite') as journal:
            journal.execute('UPDATE content SET first_seen = ?', (day,))


class Batch(InboxCase):
    def test_a_second_run_repeats_nothing_and_exits_0(self):
        self.put('a.pdf')
        self.assertEqual(self.batch(), (0, [('read', None)]))
        self.assertEqual(self.batch(), (0, [('unchanged', None)]))

    def test_a_dossier_sent_again_keeps_its_reading_and_its_first_day_and_is_judged_anew(self):
        self.put('a.pdf')
        self.batch()
        self.make_older()
        self.put('a.pdf')
        self.assertEqual(self.batch()[1], [('from_cache', None)])
        self.assertEqual((self.report('a.pdf')['as_of'], self.report('a.pdf')['as_of_source']), ('2017-02-20', 'journal'))

    def test_a_renamed_dossier_keeps_its_reading_and_its_first_day(self):
        self.put('a.pdf')
        self.batch()
        self.make_older()
        (self.inbox / 'a.pdf').rename(self.inbox / 'b.pdf')
        self.assertEqual(self.batch()[1], [('from_cache', None)])
        self.assertEqual(self.report('b.pdf')['as_of'], '2017-02-20')
        self.assertIn('Plus dans la boîte', (self.out / 'index.html').read_text())

    def test_a_copy_in_progress_is_left_and_the_exit_status_says_so(self):
        (self.inbox / 'cut.pdf').write_bytes(small.letter(1)[:300])
        self.assertEqual(self.batch(), (75, [('left', 'unfinished')]))

    def test_a_file_broken_for_good_gets_its_report(self):
        (self.inbox / 'cut.pdf').write_bytes(small.letter(1)[:300])
        os.utime(self.inbox / 'cut.pdf', (1, 1))
        self.assertEqual(self.batch()[0], 0)
        self.assertEqual(self.report('cut.pdf')['files'][0]['status'], 'unreadable')

    def test_a_deleted_cache_is_safe_and_read_again(self):
        self.put('a.pdf')
        self.batch()
        shutil.rmtree(self.out / '.readings')
        (self.out / 'a.pdf.json').unlink()
        self.assertEqual(self.batch(), (0, [('read', None)]))

    def test_a_dossier_whose_time_was_over_is_read_again_when_it_gets_more(self):
        self.put('a.pdf')
        self.assertEqual(self.batch('--time-limit', '0.0001')[0], 0)
        self.assertEqual(self.report('a.pdf')['verdict'], 'review')
        self.assertEqual(self.batch('--time-limit', '0.0001')[1], [('unchanged', None)])
        self.assertEqual(self.batch('--time-limit', '500')[1], [('read', None)])

    def test_shards_do_together_what_one_does_alone_and_a_new_cut_repeats_nothing(self):
        for number in range(6):
            self.put(f'd{number}.pdf', number)
        done = [self.batch('--shard', f'{i}/3')[1] for i in (1, 2, 3)]
        self.assertEqual(sum(len(d) for d in done), 6)
        self.assertFalse((self.out / 'index.html').exists())
        merged = run('batch', self.inbox, '--merge', '--out', self.out)
        self.assertEqual(merged.returncode, 0, merged.stderr)
        self.assertEqual(len((self.out / 'summary.jsonl').read_text().splitlines()), 6)
        self.assertEqual(self.batch()[1], [('unchanged', None)] * 6)

    def test_a_merge_names_what_a_lost_shard_left_undone(self):
        for number in range(6):
            self.put(f'd{number}.pdf', number)
        self.batch('--shard', '1/2')
        merged = run('batch', self.inbox, '--merge', '--out', self.out)
        self.assertEqual(merged.returncode, 75)
        missing = [f'd{n}.pdf' for n in range(6) if not (self.out / f'd{n}.pdf.json').exists()]
        self.assertEqual([line.split(' ')[0] for line in merged.stderr.splitlines()], missing)

    def test_the_spreadsheet_and_the_metrics_hold_every_dossier(self):
        self.put('a.pdf')
        self.batch('--metrics', self.folder / 'paraphe.prom')
        rows = list(csv.reader(io.StringIO((self.out / 'summary.csv').read_text(encoding='utf-8-sig')), delimiter=';'))
        self.assertEqual([row[0] for row in rows], ['dossier', 'a.pdf'])
        self.assertIn('paraphe_dossiers_total{how="read"} 1\n', (self.folder / 'paraphe.prom').read_text())

    def test_two_batches_never_work_on_the_same_output(self):
        self.put('a.pdf')
        first = subprocess.Popen([PROGRAM, 'watch', self.inbox, '--out', self.out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(first.wait)
        self.addCleanup(first.terminate)
        while not (self.out / 'status.json').exists():
            time.sleep(0.1)
        second = run('batch', self.inbox, '--out', self.out)
        self.assertEqual(second.returncode, 75)
        self.assertIn('paraphe status', second.stderr)


class Watch(InboxCase):
    def start(self, *more):
        log = (self.folder / 'log').open('w')
        self.addCleanup(log.close)
        watch = subprocess.Popen([PROGRAM, 'watch', self.inbox, '--out', self.out, '--log-format', 'json', *more], stdout=subprocess.DEVNULL, stderr=log)
        self.addCleanup(watch.wait)
        self.addCleanup(watch.kill)
        self.until(lambda: (self.out / 'status.json').exists())
        return watch

    def until(self, what, seconds=300):
        end = time.monotonic() + seconds
        while not what():
            self.assertLess(time.monotonic(), end, (self.folder / 'log').read_text())
            time.sleep(0.05)

    def events(self):
        lines = (self.folder / 'log').read_text().splitlines()
        return [e['how'] for e in map(json.loads, lines) if e['event'] == 'dossier']

    def test_a_copy_in_progress_is_taken_only_when_it_is_whole(self):
        self.start()
        data = small.letter(1)
        (self.inbox / 'a.pdf').write_bytes(data[:300])
        time.sleep(2.5)  # longer than what is quiet settles in
        self.assertFalse((self.out / 'a.pdf.json').exists())
        with (self.inbox / 'a.pdf').open('ab') as file:
            file.write(data[300:])
        self.until(lambda: (self.out / 'a.pdf.json').exists())
        self.assertEqual(self.report('a.pdf')['files'][0]['status'], 'read')
        self.assertEqual(self.events(), ['read'])

    def test_a_folder_that_gains_a_file_is_judged_again_at_once(self):
        self.start('--rescan', '600')
        (self.inbox / 'dossier').mkdir()
        (self.inbox / 'dossier' / 'one.pdf').write_bytes(small.letter(1))
        self.until(lambda: (self.out / 'dossier.json').exists())
        (self.inbox / 'dossier' / 'two.pdf').write_bytes(small.letter(2))
        self.until(lambda: len(self.report('dossier')['files']) == 2)

    def test_re_drops_renames_and_deletes_keep_the_reading_and_the_first_day(self):
        self.start()
        self.put('a.pdf')
        self.until(lambda: self.events() == ['read'])
        self.make_older()
        self.put('a.pdf')
        self.until(lambda: self.events() == ['read', 'from_cache'])
        (self.inbox / 'a.pdf').rename(self.inbox / 'b.pdf')
        self.until(lambda: self.events() == ['read', 'from_cache', 'from_cache'])
        (self.inbox / 'b.pdf').unlink()
        self.until(lambda: (self.out / 'index.html').read_text().count('>Plus dans la boîte<') == 1 and 'b.pdf' in (self.out / 'index.html').read_text())
        self.put('b.pdf')
        self.until(lambda: self.events() == ['read'] + ['from_cache'] * 3)
        self.assertEqual({self.report(name)['as_of'] for name in ('a.pdf', 'b.pdf')}, {'2017-02-20'})

    def test_sigterm_ends_it_soon_and_the_dossier_in_hand_is_done_at_the_next_start(self):
        watch = self.start()
        (self.inbox / 'long.pdf').write_bytes(small.letter(1, 12))
        self.until(lambda: json.loads((self.out / 'status.json').read_text())['in_hand'] == 'long.pdf')
        watch.terminate()
        self.assertEqual(watch.wait(timeout=60), 0)
        self.assertIn('arrêté', run('status', '--out', self.out).stdout)
        self.assertFalse((self.out / 'long.pdf.json').exists())
        self.start()
        self.until(lambda: (self.out / 'long.pdf.json').exists())

    def test_a_killed_watch_is_told_from_a_running_one(self):
        watch = self.start()
        self.assertIn('en marche', run('status', '--out', self.out).stdout)
        watch.send_signal(signal.SIGKILL)
        watch.wait()
        self.assertIn('interrompu', run('status', '--out', self.out).stdout)


class ShortProofs(unittest.TestCase):
    def proof(self, *arguments):
        result = subprocess.run([sys.executable, HERE / 'proofs.py', *arguments, '--paraphe', PROGRAM], text=True, capture_output=True)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_killed_at_random_moments_a_batch_ends_with_every_report_once(self):
        self.proof('kills', '--dossiers', '12', '--kills', '3')

    def test_readers_that_die_cost_no_dossier(self):
        self.proof('readers', '--dossiers', '12', '--every', '0.3')

    def test_a_steady_run_and_a_second_one(self):
        self.proof('steady', '--dossiers', '12')

    def test_a_dropped_dossier_gets_its_report_soon(self):
        # Loosely: the machine that runs the tests is busy with other tests.
        self.proof('latency', '--times', '1', '--pages', '2', '--within', '60')


class Cluster(unittest.TestCase):
    def test_a_slurm_array_survives_the_loss_of_a_node(self):
        result = subprocess.run([sys.executable, HERE / 'slurm.py', '--paraphe', PROGRAM, '--dossiers', '8', '--tasks', '4'], text=True, capture_output=True)
        if result.returncode == 77:
            self.skipTest(result.stdout.strip())
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)


if __name__ == '__main__':
    unittest.main()
