"""Real handwriting that says none of what is expected: how often is a day, a sum or the payee surely seen in it?

    false_agreement.py PROBE MODELS PICTURE_OR_FOLDER...
Each picture is cut into strips, as high as a place of a form; each strip is asked for a day, figures, number words and the payee. What is told is
printed with its picture: a person judges whether it stands there.
"""
import pathlib
import subprocess
import sys
import tempfile

import cv2

FIELDS = ('drawn_on', 'amount', 'amount_in_words', 'payee')


def strips(picture):
    """Strips of 13 mm at 200 dpi, half overlapping, of a picture scaled to the width of a page when it is as large as one."""
    if picture.shape[1] > 900:
        scale = 1654 / picture.shape[1]
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    for top in range(0, max(1, picture.shape[0] - 50), 50):
        yield picture[top:top + 100]


def main(probe, models, *places):
    files = [f for p in map(pathlib.Path, places) for f in (sorted(p.rglob('*')) if p.is_dir() else [p])]
    asked, where = [], []
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            picture = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
            if picture is None:
                continue
            for strip in strips(picture):
                path = f'{folder}/{len(where)}.pgm'
                cv2.imwrite(path, strip)
                for field in FIELDS:
                    asked.append(f'{field} {path}')
                    where.append((file, field))
        told = subprocess.run([probe, models], input='\n'.join(asked), text=True, capture_output=True, check=True).stdout.splitlines()
    said = {field: 0 for field in FIELDS}
    for (file, field), row in zip(where, told):
        value, sure = row.split('\t')
        if sure == '1':
            said[field] += 1
            print(f'{field:16} {value:12}  {file}')
    print(f'{len({f for f, _ in where})} pictures, {len(where) // len(FIELDS)} strips: surely told', said)


if __name__ == '__main__':
    main(*sys.argv[1:])
