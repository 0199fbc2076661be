#!/usr/bin/env python3
"""What the table of reading counts: each rate on a dossier of three files, right and then wrong."""
import copy
import contextlib
import io
import unittest

import reading

NAME = 'mixed/d'
TRUTH = {'name': 'd', 'kinds': [], 'kind_pieces': {}, 'hand': ['fee_cheque'],
         'files': [{'path': 'k.jpg', 'status': ['read'], 'spoiled': None, 'pages': [{'page': 1, 'piece': 'kbis', 'rotation': 90, 'mode': 'photo', 'illegible': False}]},
                   {'path': 'all.pdf', 'status': ['read'], 'spoiled': None, 'pages': [{'page': 1, 'piece': 'referential', 'rotation': 0, 'mode': 'digital', 'illegible': False},
                                                                                        {'page': 2, 'piece': 'referential', 'rotation': 0, 'mode': 'digital', 'illegible': False}]},
                   {'path': 'c.png', 'status': ['read'], 'spoiled': None, 'pages': [{'page': 1, 'piece': 'fee_cheque', 'rotation': 0, 'mode': 'scan_bw', 'illegible': False}]}],
         'documents': [{'piece': 'kbis', 'path': 'k.jpg', 'pages': [1], 'fields': [{'name': 'siren', 'value': '732829320', 'page': 1}]},
                       {'piece': 'referential', 'path': 'all.pdf', 'pages': [1, 2], 'fields': []},
                       {'piece': 'fee_cheque', 'path': 'c.png', 'pages': [1], 'fields': [{'name': 'amount', 'value': 400.0, 'page': 1}, {'name': 'amount_words', 'value': 400.0, 'page': 1},
                                                                                          {'name': 'payee', 'value': 'FRANCE IT', 'page': 1}]}]}


def page(number, piece, rotation=0):
    return {'page': number, 'piece': piece, 'confidence': 0.9, 'rotation': rotation}


REPORT = {'verdict': 'review', 'checks': [],
          'files': [{'path': 'D/k.jpg', 'status': 'read', 'pages': [page(1, 'kbis', 90)]}, {'path': 'D/all.pdf', 'status': 'read', 'pages': [page(1, 'referential'), page(2, 'referential')]},
                    {'path': 'D/c.png', 'status': 'read', 'pages': [page(1, 'fee_cheque')]}],
          'pieces': [{'id': 'kbis', 'outcome': 'pass', 'checks': [], 'documents': [{'path': 'D/k.jpg', 'pages': [1], 'fields': {'siren': {'value': '732829320', 'confidence': 0.9}}}]},
                     {'id': 'referential', 'outcome': 'pass', 'checks': [], 'documents': [{'path': 'D/all.pdf', 'pages': [1, 2], 'fields': {}}]},
                     {'id': 'fee_cheque', 'outcome': 'pass', 'documents': [{'path': 'D/c.png', 'pages': [1], 'fields': {}}],
                      'checks': [{'id': 'fee_cheque.amount', 'outcome': 'pass'}, {'id': 'fee_cheque.words', 'outcome': 'review'}, {'id': 'fee_cheque.payee', 'outcome': 'pass'}]}]}


def scored(report, truth=TRUTH):
    score = reading.Reading()
    score.add(NAME, truth, report)
    return score


def printed(score):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        score.show('table')
    return out.getvalue()


class Table(unittest.TestCase):
    def test_what_is_right_is_counted_as_right(self):
        score = scored(REPORT)
        self.assertEqual(score.rates['orientation right'], [4, 4])
        self.assertEqual(score.rates['  of photographs'], [1, 1])
        self.assertEqual(score.rates['dossiers split without one wrong page'], [1, 1])
        self.assertEqual(score.rates['SIREN on photos, right of those said'], [1, 1])
        self.assertEqual(score.rates['  facts confirmed of the right ones'], [2, 3])
        self.assertEqual(score.wrong, [])

    def test_a_page_taken_from_its_document_spoils_the_split_and_the_verdict_is_told(self):
        report = copy.deepcopy(REPORT)
        report['pieces'][1]['documents'][0]['pages'] = [1]
        score = scored(report)
        self.assertEqual(score.rates['dossiers split without one wrong page'], [0, 1])
        self.assertEqual(score.rates['  of the rest in review'], [1, 1])
        self.assertIn('mixed/d (review): all.pdf pages [1, 2]: no such referential', printed(score))

    def test_an_illegible_page_spoils_no_split(self):
        truth, report = copy.deepcopy(TRUTH), copy.deepcopy(REPORT)
        truth['files'][0]['pages'][0]['illegible'] = truth['documents'][0]['fields_optional'] = True
        report['files'][0]['pages'][0]['piece'] = 'other'
        report['pieces'][0]['documents'] = []
        self.assertEqual(scored(report, truth).rates['dossiers split without one wrong page'], [1, 1])

    def test_a_siren_not_told_is_missing_of_all_and_not_wrong_of_those_said(self):
        report = copy.deepcopy(REPORT)
        report['pieces'][0]['documents'][0]['fields'] = {}
        score = scored(report)
        self.assertEqual(score.rates['SIREN on photos, rightly said of all'], [0, 1])
        self.assertNotIn('SIREN on photos, right of those said', score.rates)

    def test_a_cheque_for_another_payee_that_passes_is_wrongly_confirmed(self):
        truth = copy.deepcopy(TRUTH)
        truth['documents'][2]['fields'][2]['value'] = 'FRANCE TV'
        score = scored(REPORT, truth)
        self.assertEqual(score.rates['  of those wrong in one of them'], [1, 1])
        self.assertEqual(score.rates['  facts confirmed of the right ones'], [1, 2])
        self.assertEqual(score.wrong, ['mixed/d: payee of a cheque wrongly confirmed'])

    def test_words_may_repeat_a_wrong_amount_and_no_payee_may_not_be_confirmed(self):
        self.assertEqual(reading.right_facts({'amount': 300, 'amount_words': 300}, 400, 'France IT'), {'amount': False, 'amount_words': True, 'payee': False})
        self.assertEqual(reading.right_facts({'amount': 400, 'amount_words': 40, 'payee': 'France It'}, 400, 'France IT'), {'amount': True, 'amount_words': False, 'payee': True})

    def test_an_attack_whose_piece_passes_is_told(self):
        score = scored(REPORT, dict(TRUTH, kinds=['attack_annotation'], kind_pieces={'attack_annotation': ['kbis']}))
        self.assertEqual(score.rates['text-layer attacks passed as fine'], [1, 1])
        self.assertEqual(score.wrong, ['mixed/d: attack_annotation passed'])

    def test_words_are_found_as_often_as_they_are_printed(self):
        score = reading.Reading()
        score.page_of_words(['le', 'le', 'Kbis', 'dit'], ['Kbis', 'le', 'dat'])
        self.assertEqual(score.pages, [(2, 4)])
        self.assertIn('50.0 %   2/4 on 1 pages', score.words_found())

    def test_a_missing_report_is_named(self):
        self.assertIn('no report: mixed/d', printed(scored(None)))

    def test_only_pages_that_say_the_same_and_are_born_digital_are_twins(self):
        def truth(mode, layer, value):
            pages = [{'page': 1, 'piece': 'kbis', 'mode': mode, 'layer': layer, 'illegible': False}]
            return {'files': [{'path': 'k.pdf', 'pages': pages}], 'documents': [{'piece': 'kbis', 'fields': [{'name': 'siren', 'value': value}]}]}
        photo = truth('photo', 'none', '1')
        self.assertEqual(reading.twins(photo, truth('digital', 'good', '1')), [(1, 'k.pdf', 1)])
        self.assertEqual(reading.twins(photo, truth('digital', 'good', '2')), [])
        self.assertEqual(reading.twins(photo, truth('scan_gray', 'good', '1')), [])

    def test_wrong_cheques_are_of_each_kind(self):
        self.assertEqual(reading.each(6, ['a', 'b', 'c', 'd']), [('a', 2), ('b', 2), ('c', 1), ('d', 1)])


if __name__ == '__main__':
    unittest.main()
