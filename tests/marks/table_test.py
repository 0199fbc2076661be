#!/usr/bin/env python3
"""What the table of marks counts: a standard of two pages and a letter, told rightly and wrongly."""
import copy
import pathlib
import struct
import unittest

import kept
import table
from table import corpus


def mark(kind, page, box, optional=False):
    return {'kind': kind, 'who': 'director', 'page': page, 'box': box, 'optional': optional}


def told(kind, page, box, confidence=0.9):
    return {'kind': kind, 'page': page, 'box': box, 'confidence': confidence}


LOW, HIGH, FAR = [0.6, 0.9, 0.1, 0.05], [0.6, 0.1, 0.2, 0.1], [0.1, 0.5, 0.1, 0.1]
TRUTH = {'name': 'd', 'path': 'd', 'as_of': '2017-02-20', 'kinds': [],
         'files': [{'path': 'r.pdf', 'status': ['read'], 'spoiled': None, 'pages': [{'page': n, 'piece': 'referential', 'rotation': 0, 'mode': 'scan_gray', 'illegible': False} for n in (1, 2)]},
                   {'path': 'l.pdf', 'status': ['read'], 'spoiled': None, 'pages': [{'page': 1, 'piece': 'commitment_letter', 'rotation': 0, 'mode': 'digital', 'illegible': False}]}],
         'documents': [{'piece': 'referential', 'path': 'r.pdf', 'pages': [1, 2], 'mode': 'scan_gray', 'marks': [mark('paraph', 1, LOW), mark('signature', 2, HIGH)]},
                       {'piece': 'commitment_letter', 'path': 'l.pdf', 'pages': [1], 'mode': 'digital', 'marks': [mark('stamp', 1, HIGH)]}]}


def check(name, outcome, code, *evidence):
    return {'id': name, 'outcome': outcome, 'code': code, 'confidence': 0.9, 'evidence': [{'path': path, 'page': page, 'box': [0, 0, 1, 1]} for path, page in evidence]}


REPORT = {'verdict': 'review', 'checks': [], 'files': [{'path': 'r.pdf', 'status': 'read', 'pages': []}, {'path': 'l.pdf', 'status': 'read', 'pages': []}],
          'pieces': [{'id': 'referential', 'checks': [check('referential.paraphs', 'pass', 'referential.paraphs.ok', ('r.pdf', 1)), check('referential.signature', 'pass', 'referential.signature.ok', ('r.pdf', 2))],
                      'documents': [{'path': 'r.pdf', 'pages': [1, 2], 'marks': [told('paraph', 1, LOW), told('signature', 2, HIGH)]}]},
                     {'id': 'commitment_letter', 'checks': [check('commitment_letter.signature', 'fail', 'commitment_letter.stamp_only', ('l.pdf', 1))],
                      'documents': [{'path': 'l.pdf', 'pages': [1], 'marks': [told('stamp', 1, HIGH)]}]}]}


def scored(report=REPORT, truth=TRUTH):
    marks = table.MarkTable()
    marks.add(corpus.Dossier('mixed', pathlib.Path('.'), truth), report)
    return marks


def with_paraphs(outcome, code, *evidence):
    report = copy.deepcopy(REPORT)
    report['pieces'][0]['checks'][0] = check('referential.paraphs', outcome, code, *evidence)
    return report


class Marks(unittest.TestCase):
    def test_what_is_right_is_no_error(self):
        marks = scored()
        self.assertEqual(marks.errors, [])
        self.assertEqual(marks.rates['signatures, recall', 'scans'], [1, 1])
        self.assertEqual(marks.rates['signatures, precision', 'all'], [1, 1])
        self.assertEqual(marks.rates['signed documents said to be signed', 'all'], [1, 1])
        self.assertEqual(marks.rates[table.SAID_SIGNED, 'electronic'], [0, 1])
        self.assertEqual(table.f1(marks.stamps['electronic']), 1)

    def test_a_mark_elsewhere_is_missed_and_false_and_on_two_sheets(self):
        report = copy.deepcopy(REPORT)
        report['pieces'][0]['documents'][0]['marks'][1]['box'] = FAR
        marks = scored(report)
        self.assertEqual(marks.rates['signatures, recall', 'all'], [0, 1])
        self.assertEqual(marks.rates['signatures, precision', 'all'], [0, 1])
        self.assertEqual([e.sheet for e in marks.errors], ['signature missed', 'signature false'])

    def test_a_mark_on_an_optional_one_or_on_handwriting_counts_neither_way(self):
        truth, report = copy.deepcopy(TRUTH), copy.deepcopy(REPORT)
        truth['documents'][0]['marks'] += [mark('stamp', 2, FAR, optional=True), mark('handwriting', 1, FAR)]
        report['pieces'][0]['documents'][0]['marks'] += [told('stamp', 2, FAR), told('signature', 1, FAR)]
        marks = scored(report, truth)
        self.assertEqual(marks.rates['stamps, precision', 'all'], [1, 1])
        self.assertEqual(marks.rates['signatures, precision', 'all'], [1, 1])

    def test_a_stamp_told_twice_lowers_f1(self):
        report = copy.deepcopy(REPORT)
        report['pieces'][1]['documents'][0]['marks'].append(told('stamp', 1, FAR))
        self.assertAlmostEqual(table.f1(scored(report).stamps['all']), 2 / 3)


class Paraphs(unittest.TestCase):
    def bare(self, report):
        truth = copy.deepcopy(TRUTH)
        del truth['documents'][0]['marks'][0]
        return scored(report, truth)

    def test_yes_on_a_page_without_one_is_told_and_shown(self):
        marks = self.bare(REPORT)
        self.assertEqual(marks.rates[table.YES_ON_BARE, 'scans'], [1, 1])
        self.assertIn('no paraph, said yes', [e.sheet for e in marks.errors])
        self.assertEqual(len(marks.wrong), 1)

    def test_the_signed_page_is_asked_of_nothing(self):
        self.assertEqual(scored().rates[table.NOT_YES, 'all'], [0, 1])

    def test_a_page_that_is_named_is_not_said_to_have_one(self):
        for outcome, code, said in (('fail', 'referential.paraph_missing', 'no'), ('fail', 'referential.backs_not_paraphed', 'no'), ('review', 'referential.paraph_doubtful', 'review')):
            report = with_paraphs(outcome, code, ('r.pdf', 1))
            self.assertEqual(table.paraph_said(report, 'r.pdf', 1, 0.8), said)
            self.assertEqual(scored(report).rates[table.NOT_YES, 'all'], [1, 1])

    def test_beside_a_doubtful_page_the_others_are_yes_and_beside_a_missing_one_what_was_seen_counts(self):
        self.assertEqual(table.paraph_said(with_paraphs('review', 'referential.paraph_doubtful', ('r.pdf', 2)), 'r.pdf', 1, 0.8), 'yes')
        missing = with_paraphs('fail', 'referential.paraph_missing', ('r.pdf', 2))
        self.assertEqual(table.paraph_said(missing, 'r.pdf', 1, 0.8), 'yes')
        self.assertEqual(table.paraph_said(missing, 'r.pdf', 1, 0.95), 'review')

    def test_an_unsure_or_missing_check_is_a_review(self):
        self.assertEqual(table.paraph_said(with_paraphs('review', 'referential.paraphs.unsure', ('r.pdf', 1)), 'r.pdf', 1, 0.8), 'review')
        self.assertEqual(table.paraph_said({'pieces': []}, 'r.pdf', 1, 0.8), 'review')
        self.assertEqual(table.paraph_said(REPORT, 'other.pdf', 1, 0.8), 'review')


class Signed(unittest.TestCase):
    def test_an_unsigned_letter_said_to_be_signed_is_told_and_shown(self):
        report = copy.deepcopy(REPORT)
        report['pieces'][1]['checks'][0]['outcome'] = 'pass'
        marks = scored(report)
        self.assertEqual(marks.rates[table.SAID_SIGNED, 'all'], [1, 1])
        self.assertEqual([e.sheet for e in marks.errors], ['not signed, said signed'])
        self.assertIn('commitment_letter is not signed', marks.wrong[0])

    def test_an_altered_signed_file_must_not_pass_and_a_sound_one_must(self):
        for kind, piece, right in (('kbis_signature_broken', 'kbis', 'review'), ('fine_signed_file', 'referential', 'pass')):
            for outcome in ('review', 'pass'):
                marks = scored({**REPORT, 'pieces': [{'id': piece, 'documents': [], 'checks': [check(f'{piece}.signature', outcome, 'x')]}]}, {**TRUTH, 'kinds': [kind]})
                self.assertEqual(marks.rates['signed PDFs judged right', kind], [outcome == right, 1])


class Kept(unittest.TestCase):
    def test_marks_are_read_from_the_answer_to_a_page(self):
        def part(field, data):
            return bytes([field << 3 | 2, len(data)]) + data

        its = bytes([1 << 3, 2]) + part(2, struct.pack('<4d', *FAR)) + bytes([3 << 3 | 1]) + struct.pack('<d', 0.75)
        reading = bytes([1 << 3, 3, 2 << 3, 90]) + part(11, its)
        answer = part(4, part(1, reading))
        self.assertEqual(kept.pages_in_answer(b'%08d' % len(answer) + answer), {3: (90, [{'kind': 'stamp', 'box': FAR, 'confidence': 0.75}])})

    def test_a_page_of_a_scan_counts_by_its_sure_marks_but_handwriting(self):
        marks = table.MarkTable()
        dossier = corpus.Dossier('real', pathlib.Path('.'), {'name': '0', 'path': 's.png', 'files': []})
        marks.scan(dossier, False, {1: (0, [told('stamp', 1, FAR, 0.9)]), 2: (0, [told('stamp', 2, FAR, 0.5), told('handwriting', 2, FAR, 0.9)])})
        self.assertEqual(marks.rates['real scans', 'pages'], [1, 2])
        self.assertEqual(len(marks.errors), 1)


if __name__ == '__main__':
    unittest.main()
