"""Measures the marks stage over dossiers with truth: precision and recall by kind and by the way a page was delivered.

usage: measure_marks.py PROBE MODELS TRUTH.json CACHE [--sheet PNG] [--at 0.5] [--only PART/OF]
TRUTH.json lies beside the dossiers. Pages are drawn once at 200 dpi into CACHE (pdftoppm) and turned upright as the truth
says, whose boxes lie on the upright page; photos are measured as delivered, unflattened, so their figures are worse than the pipeline's.
A found mark is right when its IoU with a mark of the kind is 0.3 or more. Optional marks of the truth count neither way."""
import argparse
import collections
import email
import email.policy
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import zipfile

from PIL import Image, ImageDraw, ImageOps

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "accuracy"))
from rates import wilson  # noqa: E402
from truths import overlap as iou  # noqa: E402

KINDS = ["signature", "paraph", "stamp", "handwriting"]


def unpack(path, to):
    os.makedirs(to, exist_ok=True)
    if os.path.isdir(path):
        shutil.copytree(path, to, dirs_exist_ok=True)
    elif path.endswith(".eml"):
        with open(path, "rb") as f:
            for part in email.message_from_binary_file(f, policy=email.policy.default).walk():
                if part.get_filename() and part.get_payload(decode=True):
                    with open(os.path.join(to, os.path.basename(part.get_filename())), "wb") as out:
                        out.write(part.get_payload(decode=True))
    elif path.endswith(".7z"):
        subprocess.run(["7z", "x", "-y", "-o" + to, path], stdout=subprocess.DEVNULL, check=False)
    elif path.endswith(".tar.gz"):
        with tarfile.open(path) as t:
            t.extractall(to)
    else:
        with zipfile.ZipFile(path) as z:
            z.extractall(to)
    for root, _, names in os.walk(to):
        for n in names:
            if n.endswith(".zip") and not os.path.exists(os.path.join(root, n + ".d")):
                unpack(os.path.join(root, n), os.path.join(root, n + ".d"))


def draw(file, page, rotation, to):
    if file.lower().endswith(".pdf"):
        subprocess.run(["pdftoppm", "-r", "200", "-f", str(page), "-l", str(page), "-cropbox", "-singlefile", "-jpeg", "-jpegopt", "quality=92", file, to[:-4]],
                       capture_output=True, check=False)
    else:
        try:
            with Image.open(file) as im:
                im.seek(page - 1 if getattr(im, "n_frames", 1) > 1 else 0)
                ImageOps.exif_transpose(im).convert("RGB").save(to, quality=92)
        except (OSError, EOFError):
            return
    if rotation and os.path.exists(to):
        with Image.open(to) as im:
            turned = im.convert("RGB").rotate(-rotation, expand=True)
        turned.save(to, quality=92)


def gather(truth, cache):
    base = os.path.dirname(os.path.abspath(truth))
    with open(truth) as f:
        dossiers = json.load(f)["dossiers"]
    pages = []
    for d in dossiers:
        files = os.path.join(cache, "files", d["name"])
        if not os.path.exists(files):
            unpack(os.path.join(base, d["path"]), files)
        have = {n: os.path.join(r, n) for r, _, names in os.walk(files) for n in names}
        for f in d["files"]:
            source = have.get(os.path.basename(f["path"]))
            for p in f.get("pages") or []:
                if source is None or p["illegible"]:
                    continue
                image = os.path.join(cache, "pages", "%s-%s-%d.jpg" % (d["name"], os.path.basename(source).replace(" ", "_"), p["page"]))
                os.makedirs(os.path.dirname(image), exist_ok=True)
                if not os.path.exists(image):
                    draw(source, p["page"], p["rotation"], image)
                if not os.path.exists(image):
                    continue
                marks = [dict(kind=m["kind"], who=m["who"], optional=m["optional"], box=m["box"])
                         for doc in d["documents"] if doc["path"] == f["path"] for m in doc.get("marks", []) if m.get("page") == p["page"]]
                pages.append(dict(image=image, piece=p["piece"], mode=p["mode"], marks=marks))
    return pages


def dpi_of(image):
    with Image.open(image) as im:
        return 200.0 if max(im.size) in range(2200, 2500) else max(im.size) / 11.69


def interval(k, n):
    """Wilson, 95 %."""
    found = wilson(k, n)
    return "   -" if found is None else "%5.1f%% (%d/%d; %.0f-%.0f)" % (100 * found[0], k, n, 100 * found[1], 100 * found[2])


def compare(page, at):
    """Pairs of found and true marks, and what is left over on either side."""
    found = [m for m in page["found"] if m["confidence"] >= at]
    used, pairs, missed = set(), [], []
    for t in page["marks"]:
        best = max(((iou(t["box"], m["box"]), m["kind"] == t["kind"], i) for i, m in enumerate(found) if i not in used), default=(0, False, -1))
        same = max(((iou(t["box"], m["box"]), i) for i, m in enumerate(found) if i not in used and m["kind"] == t["kind"]), default=(0, -1))
        if same[0] >= 0.3:
            used.add(same[1])
            pairs.append((t, found[same[1]]))
        else:
            missed.append((t, found[best[2]] if best[0] >= 0.3 else None))
    false = [m for i, m in enumerate(found) if i not in used]
    return pairs, missed, false


def hits_truth(m, page):
    """Does a leftover touch any true mark (a split, a merge or another kind), or nothing at all?"""
    x, y, w, h = m["box"]
    for t in page["marks"]:
        a, b, c, d = t["box"]
        if min(x + w, a + c) > max(x, a) and min(y + h, b + d) > max(y, b):
            return True
    return False


def report(pages, at):
    groups = collections.defaultdict(lambda: collections.Counter())
    for p in pages:
        mode = {"scan_gray": "scan", "scan_colour": "scan", "scan_bw": "1-bit", "fax": "1-bit", "photo": "photo"}.get(p["mode"], "digital")
        pairs, missed, false = compare(p, at)
        for g in (mode, "all"):
            for t, _ in pairs:
                groups[g, t["kind"]]["tp"] += 1
            for t, other in missed:
                if not t["optional"]:
                    groups[g, t["kind"]]["fn"] += 1
                    groups[g, t["kind"]]["as " + other["kind"] if other else "none"] += 1
            for m in false:
                groups[g, m["kind"]]["touch" if hits_truth(m, p) else "fp"] += 1
    print("at confidence %.2f" % at)
    for mode in ("digital", "scan", "1-bit", "photo", "all"):
        for k in KINDS:
            c = groups[mode, k]
            print("%-8s %-12s recall %-26s precision %-26s of nothing %-4d %s" %
                  (mode, k, interval(c["tp"], c["tp"] + c["fn"]), interval(c["tp"], c["tp"] + c["touch"] + c["fp"]), c["fp"],
                   {x: n for x, n in c.items() if x.startswith(("as ", "none"))}))


def sheet(pages, at, path, most=40):
    """Crops of errors: red what was found, green what is true."""
    tiles = []
    for p in pages:
        _, missed, false = compare(p, at)
        bad = [("missed " + t["kind"], t["box"]) for t, _ in missed if not t["optional"] and t["kind"] != "handwriting"] + \
              [("%s %.2f" % (m["kind"], m["confidence"]), m["box"]) for m in false if m["kind"] != "handwriting"]
        for label, box in bad:
            tiles.append((label, box, p))
    tiles = tiles[:: max(1, len(tiles) // most)][:most]
    out = Image.new("RGB", (5 * 330, (len(tiles) + 4) // 5 * 210), "white")
    for i, (label, box, p) in enumerate(tiles):
        with Image.open(p["image"]) as im:
            im = im.convert("RGB")
        d = ImageDraw.Draw(im)
        for m, colour in [(m, "green") for m in p["marks"]] + [(m, "red") for m in p["found"] if m["confidence"] >= at]:
            x, y, w, h = m["box"]
            d.rectangle([x * im.width, y * im.height, (x + w) * im.width, (y + h) * im.height], outline=colour, width=3)
        cx, cy = (box[0] + box[2] / 2) * im.width, (box[1] + box[3] / 2) * im.height
        r = max(0.75 * max(box[2] * im.width, box[3] * im.height * 1.6), im.width * 0.12)
        tile = im.crop((int(cx - r), int(cy - r * 0.6), int(cx + r), int(cy + r * 0.6))).resize((320, 190))
        out.paste(tile, (i % 5 * 330, i // 5 * 210))
        ImageDraw.Draw(out).text((i % 5 * 330 + 3, i // 5 * 210 + 192), label + "  " + p["mode"], fill="black")
    out.save(path)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("probe"), a.add_argument("models"), a.add_argument("truth"), a.add_argument("cache")
    a.add_argument("--sheet"), a.add_argument("--at", type=float, default=0.5), a.add_argument("--only", default=""), a.add_argument("--every", type=int, default=1)
    o = a.parse_args()
    pages = [p for p in gather(o.truth, o.cache) if o.only in p["image"]][:: o.every]
    run = subprocess.run([o.probe, o.models], input="".join("%s %g\n" % (p["image"], dpi_of(p["image"])) for p in pages), text=True, stdout=subprocess.PIPE, check=True)
    took = []
    for p, line in zip(pages, run.stdout.splitlines()):
        answer = json.loads(line)
        p["found"] = answer["marks"]
        took.append(answer["ms"])
    with open(os.path.join(o.cache, "found.json"), "w") as f:
        json.dump(pages, f)
    report(pages, o.at)
    took.sort()
    print("CPU a page: median %.0f ms, 95 %% %.0f ms; pages %d" % (took[len(took) // 2], took[int(len(took) * 0.95)], len(pages)))
    if o.sheet:
        sheet(pages, o.at, o.sheet)


if __name__ == "__main__":
    sys.exit(main())
