#!/usr/bin/env python3
"""The scorer scores: a perfect report, and one that calls a defective dossier eligible."""
import copy
import io
import contextlib
import unittest

import accuracy
import rates

TRUTH = {'name': 'd', 'path': 'd.zip', 'as_of': '2017-02-20', 'clean': False, 'kinds': ['kbis_old'], 'defects': ['kbis_old'], 'hand': [], 'verdict': ['not_eligible', 'review'],
         'expected': [{'scenario': '35', 'name': 'kbis_old', 'piece': 'kbis', 'check': 'kbis.age', 'outcome': 'fail', 'code': 'kbis.too_old'}],
         'files': [{'path': 'k.pdf', 'status': ['read'], 'mode': 'digital', 'spoiled': None, 'pages': [{'page': 1, 'piece': 'kbis', 'rotation': 0, 'mode': 'digital', 'illegible': False}]}],
         'documents': [{'piece': 'kbis', 'path': 'k.pdf', 'pages': [1], 'mode': 'digital', 'fields': [{'name': 'siren', 'value': '732829320', 'page': 1}, {'name': 'issued', 'value': '2016-09-01', 'page': 1}],
                        'marks': [{'kind': 'signature', 'box': [0.1, 0.1, 0.2, 0.1], 'optional': False, 'page': 1}]}]}
REPORT = {'verdict': 'not_eligible', 'checks': [], 'files': [{'path': 'k.pdf', 'status': 'read', 'pages': [{'page': 1, 'piece': 'kbis', 'confidence': 0.9, 'rotation': 0}]}],
          'pieces': [{'id': 'kbis', 'checks': [{'id': 'kbis.age', 'outcome': 'fail', 'code': 'kbis.too_old'}],
                      'documents': [{'path': 'k.pdf', 'pages': [1], 'fields': {'siren': {'value': '732829320', 'confidence': 0.9}, 'issued_on': {'value': '2016-09-01', 'confidence': 0.8}},
                                     'marks': [{'kind': 'signature', 'page': 1, 'box': [0.1, 0.1, 0.21, 0.1], 'confidence': 0.9}]}]}]}


def scored(report):
    score = accuracy.Score()
    score.add('mixed', TRUTH, report)
    return score


class Scores(unittest.TestCase):
    def test_a_perfect_report_is_right_everywhere(self):
        score = scored(REPORT)
        self.assertEqual(score.errors, [])
        for title, (right, count) in score.rates.items():
            self.assertEqual(right, count, title)

    def test_a_defective_dossier_called_eligible_is_named(self):
        report = dict(copy.deepcopy(REPORT), verdict='eligible')
        self.assertEqual(scored(report).false_eligible, ['mixed/d  kbis_old'])

    def test_a_wrong_value_costs_precision_and_a_missing_one_recall_only(self):
        report = copy.deepcopy(REPORT)
        fields = report['pieces'][0]['documents'][0]['fields']
        fields['issued_on']['value'] = '2016-09-02'
        del fields['siren']
        score = scored(report)
        self.assertEqual(score.rates['fields precision'], [0, 1])
        self.assertEqual(score.rates['fields recall'], [0, 2])

    def test_a_mark_elsewhere_is_missed_and_invented(self):
        report = copy.deepcopy(REPORT)
        report['pieces'][0]['documents'][0]['marks'][0]['box'] = [0.6, 0.6, 0.2, 0.1]
        score = scored(report)
        self.assertEqual(score.rates['marks recall signature'], [0, 1])
        self.assertEqual(score.rates['marks precision signature'], [0, 1])

    def test_an_interval_holds_its_rate(self):
        rate, low, high = rates.wilson(0, 200)
        self.assertEqual((rate, low), (0, 0))
        self.assertAlmostEqual(high, 0.0188, places=3)

    def test_a_missing_report_is_told(self):
        score = accuracy.Score()
        score.add('mixed', TRUTH, None)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            score.show()
        self.assertIn('reports missing: 1', out.getvalue())


if __name__ == '__main__':
    unittest.main()
