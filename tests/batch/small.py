"""Small dossiers for tests of batch, watch and cluster: one PDF each, drawn here, so that a thousand take minutes."""
import pathlib


def pdf(pages, size=(298, 420)):
    """A PDF of text in a standard font; `pages` is a list of lists of lines."""
    kids = ' '.join(f'{4 + 2 * i + 1} 0 R' for i in range(len(pages)))
    objects = ['<< /Type /Catalog /Pages 2 0 R >>', f'<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>',
               '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>']
    for lines in pages:
        text = f'BT /F1 9 Tf 30 {size[1] - 40} Td 13 TL ' + ' '.join(f'({line}) Tj T*' for line in lines) + ' ET'
        objects.append(f'<< /Length {len(text)} >>\nstream\n{text}\nendstream')
        objects.append(f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {len(objects)} 0 R '
                       '/Resources << /Font << /F1 3 0 R >> >> >>')
    out, places = b'%PDF-1.4\n', []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f'{number} 0 obj\n{text}\nendobj\n'.encode('cp1252')
    table = ''.join(f'{place:010d} 00000 n \n' for place in places)
    end = f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n'
    return out + end.encode()


def letter(number, pages=1, size=(298, 420)):
    return pdf([['Facture de licence', f'Dossier {number}, page {page + 1} sur {pages}', 'Editeur : Logiciels du Test',
                 'Le 3 janvier 2017', f'Montant : {100 + number} euros'] for page in range(pages)], size)


def fill(inbox, count, pages=1):
    """Puts `count` dossiers of so many pages into the folder."""
    inbox = pathlib.Path(inbox)
    inbox.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (inbox / f'd{number:04d}.pdf').write_bytes(letter(number, pages))
