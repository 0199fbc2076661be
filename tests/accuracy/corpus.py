"""Dossiers with their truth: drawn by paraphe-samples or found in a folder, checked by paraphe or checked before."""
import concurrent.futures
import dataclasses
import json
import pathlib
import re
import shutil
import subprocess


@dataclasses.dataclass(frozen=True)
class Dossier:
    corpus: str         # its name goes before the reports'
    base: pathlib.Path  # the folder of its truth
    truth: dict

    @property
    def path(self):
        return self.base / self.truth['path']


def load(truth, corpus='given'):
    """The dossiers of a truth.json, of ours or of the shared format: both say the same words."""
    truth = pathlib.Path(truth)
    return [Dossier(corpus, truth.parent, t) for t in json.loads(truth.read_text(encoding='utf-8'))['dossiers']]


def draw(samples, seed, count, into, *more):
    """Draws dossiers into `into`, whose last name is their corpus's. -> [Dossier]"""
    shutil.rmtree(into, ignore_errors=True)
    subprocess.run([samples, '--seed', str(seed), '--count', str(count), '--out', into, *more], check=True, stdout=subprocess.DEVNULL)
    return load(into / 'truth.json', into.name)


def draw_alone(samples, seed, count, into, piece, *more):
    """Dossiers of which only the files of one piece are kept: what is asked of that piece alone is answered much sooner."""
    return [only(dossier, piece) for dossier in draw(samples, seed, count, into, '--container', 'folder', '--style', 'separate', *more)]


def only(dossier, piece):
    files = [f for f in dossier.truth['files'] if any(p['piece'] == piece for p in f['pages'])]
    kept = {f['path'] for f in files}
    for path in sorted(dossier.path.rglob('*')):
        if path.is_file() and str(path.relative_to(dossier.path)) not in kept:
            path.unlink()
    truth = {**dossier.truth, 'files': files, 'documents': [d for d in dossier.truth['documents'] if d['path'] in kept]}
    return dataclasses.replace(dossier, truth=truth)


def seed_of_commit():
    """The first seven digits of the commit's hash, read as a number."""
    done = subprocess.run(['git', '-C', pathlib.Path(__file__).parent, 'rev-parse', 'HEAD'], capture_output=True, text=True, check=False)
    return int(done.stdout[:7], 16) if done.returncode == 0 else 1


def rules_for(options, folder, truth):
    """The rulebook, with the wave's deadline where the dossier has one."""
    if 'deadline' not in truth:
        return options.rules
    text = pathlib.Path(options.rules).read_text(encoding='utf-8')
    text = re.sub(r'(?m)^#? *deadline *=.*$', f"deadline = {truth['deadline']}", text, count=1)
    path = folder / f"rules-{truth['name']}.toml"
    path.write_text(text, encoding='utf-8')
    return path


def report_of(path):
    try:
        return json.loads(path.read_text(encoding='utf-8'))
    except (OSError, ValueError):
        return None


def check(options, folder, dossier, *more):
    """-> the report, or None. Reports and durations lie in `folder`/reports; `options` names paraphe, rules and keep."""
    truth = dossier.truth
    out = folder / 'reports' / f"{dossier.corpus}-{truth['name']}.json"
    if not out.exists() or not options.keep:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.unlink(missing_ok=True)
        command = [options.paraphe, 'check', dossier.path, '--as-of', truth['as_of'], '--json', out, '--html', out.with_suffix('.html'), '--timings', out.with_suffix('.timings'), '--jobs', '1', *more]
        if options.rules:
            command += ['--rules', rules_for(options, folder, truth)]
        try:
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=600, check=False)
        except subprocess.TimeoutExpired:
            return None
    return report_of(out)


def check_all(options, folder, dossiers):
    """-> (dossier, report or None) of each, in their order."""
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        yield from zip(dossiers, pool.map(lambda d: check(options, folder, d), dossiers))


def checked(truth, reports):
    """(dossier, report or None, the report's path) of a finished run: REPORTS holds NAME.json, or CORPUS-NAME.json as `check` writes them, CORPUS
    being the folder of the truth or `given`."""
    for dossier in load(truth, pathlib.Path(truth).resolve().parent.name):
        paths = [pathlib.Path(reports) / f"{corpus}{dossier.truth['name']}.json" for corpus in (dossier.corpus + '-', 'given-', '')]
        path = next((p for p in paths if p.exists()), paths[-1])
        yield dossier, report_of(path), path


def add_arguments(parser, out):
    """What every command takes that draws, checks and scores."""
    parser.add_argument('--samples', default='build/release/paraphe-samples')
    parser.add_argument('--paraphe', default='build/release/paraphe')
    parser.add_argument('--rules', help='the rulebook')
    parser.add_argument('--seed', type=int, help="of our generator; else the commit's hash")
    parser.add_argument('--corpus', action='append', default=[], nargs=2, metavar=('TRUTH', 'REPORTS'), help='a finished run; repeatable')
    parser.add_argument('--out', default=out, type=pathlib.Path)
    parser.add_argument('--jobs', type=int, default=1)
    parser.add_argument('--keep', action='store_true', help='keep reports that are there already')
