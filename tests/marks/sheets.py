"""Contact sheets: each error's place on its page, to be looked at. Needs Pillow (Debian: python3-pil) and pdftoppm."""
import html
import pathlib

from PIL import Image, ImageDraw, ImageFont

import measure_marks
import truths

COLUMNS, ROWS, TILE, CAPTION = 4, 8, (400, 220), 44
FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'


class Pages:
    """Pictures of pages, upright, drawn when first asked for. A photograph stays as it was taken."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def files(self, dossier):
        if dossier.path.is_dir() or dossier.path.suffix in ('.pdf', '.png', '.jpg', '.jpeg', '.tiff', '.webp'):
            return dossier.path
        into = self.folder / 'files' / dossier.corpus / dossier.truth['name']
        if not into.exists():
            measure_marks.unpack(str(dossier.path), str(into))
        return into

    def picture(self, dossier, path, page, rotation):
        """-> the picture's path, or None where the page cannot be drawn. `path` is the truth's."""
        source = nearest(self.files(dossier), path)
        if source is None:
            return None
        to = self.folder / 'pages' / f"{dossier.corpus}-{dossier.truth['name']}-{truths.fold(path).replace(' ', '_')}-{page}.jpg"
        to.parent.mkdir(parents=True, exist_ok=True)
        if not to.exists():
            measure_marks.draw(str(source), page, rotation, str(to))
        return to if to.exists() else None


def nearest(base, path):
    """The file below `base` whose path ends most like this one."""
    if base.is_file():
        return base
    names = truths.file_names(path)

    def same_end(file):
        its = truths.file_names(str(file.relative_to(base)).replace('.zip.d/', '.zip/'))
        return next((n for n, (a, b) in enumerate(zip(reversed(its), reversed(names))) if a != b), min(len(its), len(names)))

    best = max((f for f in sorted(base.rglob('*')) if f.is_file()), key=same_end, default=None)
    return best if best is not None and same_end(best) else None


def window(box, width, height):
    """What a tile shows, in pixels: the box with a margin, of a tile's shape."""
    x, y, w, h = box[0] * width, box[1] * height, box[2] * width, box[3] * height
    across = max(w + 0.14 * width, (h + 0.05 * height) * TILE[0] / TILE[1])
    down = across * TILE[1] / TILE[0]
    left, top = x + w / 2 - across / 2, y + h / 2 - down / 2
    return int(left), int(top), int(left + across), int(top + down)


def tile(error, pages, font):
    out = Image.new('RGB', (TILE[0] + 8, TILE[1] + CAPTION), 'white')
    path = pages.picture(error.dossier, error.path, error.page, error.rotation)
    if path is not None:
        with Image.open(path) as page:
            page = page.convert('RGB')
        pen, line = ImageDraw.Draw(page), max(1, page.width // 600)
        for box, colour in [*((b, (0, 150, 0)) for b in error.true), *((b, (0, 80, 220)) for b in error.said), (error.box, (220, 0, 0))]:
            x, y, w, h = box
            pen.rectangle([x * page.width, y * page.height, (x + w) * page.width, (y + h) * page.height], outline=colour, width=line)
        left, top, right, bottom = window(error.box, page.width, page.height)
        part = Image.new('RGB', (right - left, bottom - top), (225, 225, 225))  # what lies off the page is grey
        part.paste(page, (-left, -top))
        out.paste(part.resize(TILE, Image.LANCZOS), (0, CAPTION))
    lines = [f"{error.dossier.truth['name']}  {truths.file_names(error.path)[-1]}  p. {error.page}", error.caption]
    for i, text in enumerate(lines):
        ImageDraw.Draw(out).text((2, 2 + 20 * i), text[:66], fill=(120, 0, 0), font=font)
    return out


def font():
    try:
        return ImageFont.truetype(FONT, 13)
    except OSError:
        return ImageFont.load_default()


def draw(errors, folder):
    """One PNG for each kind of error and for each 32 of it, and index.html that shows them all. -> index.html"""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob('*.png'):
        old.unlink()
    pages, letters, shown = Pages(folder / 'drawn'), font(), []
    for kind in sorted({e.sheet for e in errors}):
        of_kind = [e for e in errors if e.sheet == kind]
        for start in range(0, len(of_kind), COLUMNS * ROWS):
            some = of_kind[start:start + COLUMNS * ROWS]
            sheet = Image.new('RGB', (COLUMNS * (TILE[0] + 8), -(-len(some) // COLUMNS) * (TILE[1] + CAPTION)), 'white')
            for i, error in enumerate(some):
                sheet.paste(tile(error, pages, letters), (i % COLUMNS * (TILE[0] + 8), i // COLUMNS * (TILE[1] + CAPTION)))
            name = f"{truths.fold(kind).replace(' ', '-')}-{start // (COLUMNS * ROWS) + 1}.png"
            sheet.save(folder / name)
            shown.append(f'<h2>{html.escape(kind)}: {start + 1} to {start + len(some)} of {len(of_kind)}</h2><img src="{name}" alt="">')
    index = folder / 'index.html'
    index.write_text('<!doctype html><meta charset="utf-8"><title>Errors of marks</title><style>body{font:14px sans-serif}img{max-width:100%}</style>'
                     '<p>Red: the error. Green: what is true on the page. Blue: what was told there. A photograph is shown as it was taken; what was told of it stands on the flat page.</p>' + '\n'.join(shown) + '\n',
                     encoding='utf-8')
    return index
