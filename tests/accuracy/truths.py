"""A report held against the truth of its dossier: which file, document, value and mark answers which."""
import collections
import re
import unicodedata

# The truth's names -> the report's, first found wins.
NAMES = {'company': ['company_name'], 'director': ['representatives', 'signatory'], 'rcs_city': ['registry_city'], 'registered': ['registered_on'], 'issued': ['issued_on', 'signed_on'],
         'amount_words': ['amount_in_words'], 'date': ['drawn_on', 'signed_on', 'issued_on'], 'drawer': ['drawer', 'company_name'], 'software': ['products']}


def fold(text):
    text = unicodedata.normalize('NFD', str(text).casefold())
    return ' '.join(re.sub(r'[^a-z0-9]+', ' ', ''.join(c for c in text if not unicodedata.combining(c))).split())


def overlap(a, b):
    """Intersection over union of two boxes."""
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / (a[2] * a[3] + b[2] * b[3] - w * h)


def agrees(name, true, said):
    if isinstance(said, list):
        return any(agrees(name, true, one) for one in said)
    if isinstance(said, dict):
        return agrees(name, true, said.get('name', said.get('value', '')))
    if name == 'paid' or isinstance(true, bool):
        return said == true or fold(said) == fold(true)
    if isinstance(true, (int, float)):
        try:
            return abs(float(str(said).replace(',', '.')) - true) < 0.005
        except ValueError:
            return False
    if name == 'siren':
        return re.sub(r'\D', '', str(said))[:9] == true
    if re.fullmatch(r'\d{4}-\d\d-\d\d', str(true)):
        return str(said)[:10] == true
    if name in ('policy_number', 'cheque_number'):
        return fold(said).replace(' ', '') == fold(true).replace(' ', '')
    a, b = set(fold(true).split()), set(fold(said).split())
    if name == 'vendor':   # told by the name that everybody calls it: "Adobe" for Adobe Systems Software Ireland Ltd
        return bool(b) and (fold(true) + ' ').startswith(fold(said) + ' ')
    return bool(a and b) and (a <= b or b <= a and len(b) >= max(1, len(a) - 1))


def field_said(fields, name):
    """The report's field for a name of the truth; None where nothing was told."""
    key = next((n for n in [*NAMES.get(name, []), name] if n in fields), None)
    return fields[key] if key is not None and fields[key].get('value') not in (None, '', []) else None


def file_names(path):
    """The names on a path, archives' and folders', the file's last."""
    return re.split(r'!?/', re.sub(r'^(\./)+', '', unicodedata.normalize('NFC', path).replace('\\', '/')))


def files_told(truth, report):
    """{path in the truth: the report's entry of this file}: the same path, else the same bytes, else the same end of the path, where only one has it."""
    told, found = report.get('files', []), {}
    by_path, by_bytes = {tuple(file_names(f['path'])): f for f in told}, collections.defaultdict(list)
    for file in told:
        by_bytes[file.get('sha256')].append(file)
    for file in truth['files']:
        names = tuple(file_names(file['path']))
        same_end = [f for n, f in by_path.items() if n[-len(names):] == names or n == names[-len(n):]] or [f for n, f in by_path.items() if n[-1] == names[-1]]
        choices = ([by_path[names]] if names in by_path else []), by_bytes[file['sha256']] if 'sha256' in file else [], same_end
        hit = next((c[0] for c in choices if len(c) == 1), None)
        if hit is not None:
            found[file['path']] = hit
    return found


def documents_told(report):
    return [(piece['id'], document) for piece in report.get('pieces', []) for document in piece.get('documents', [])]


def checks_told(report):
    """{id: check}, of the pieces and of the whole."""
    return {c['id']: c for c in [*(c for p in report.get('pieces', []) for c in p.get('checks', [])), *report.get('checks', [])]}


def document_told(report, piece, path, pages):
    """The report's document of this piece that shares most of these pages; `path` is the report's."""
    near = [d for p, d in documents_told(report) if p == piece and d['path'] == path and pages & set(d['pages'])]
    return max(near, key=lambda d: len(pages & set(d['pages'])), default=None)


def pages_told(truth, report):
    """(file, page, what the report says of this page or None) of each legible page of the truth that the report had to read."""
    told = files_told(truth, report)
    for file in truth['files']:
        got = told.get(file['path'])
        if file['spoiled'] or got is not None and got.get('status') == 'ignored' and 'ignored' in file['status']:
            continue
        said = {p['page']: p for p in (got or {}).get('pages', [])}
        for page in file['pages']:
            if not page['illegible']:
                yield file, page, said.get(page['page'])


def boxes_of(mark):
    """A true mark's boxes: on the page as delivered and, of a photograph, on the flat page."""
    return [mark['box'], *([mark['box_flat']] if 'box_flat' in mark else [])]


def best_overlap(mark, box):
    return max(overlap(b, box) for b in boxes_of(mark))


def pair_marks(true, said, at_least=0.3):
    """-> ([(true, said)], true ones missed, said ones left over). Of one kind, on one page."""
    left, pairs, missed = list(said), [], []
    for mark in true:
        best = max(((best_overlap(mark, m['box']), -i) for i, m in enumerate(left) if m['kind'] == mark['kind'] and m['page'] == mark['page']), default=(0, 0))
        if best[0] >= at_least:
            pairs.append((mark, left.pop(-best[1])))
        else:
            missed.append(mark)
    return pairs, missed, left
