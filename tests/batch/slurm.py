"""A real Slurm of two nodes on this machine runs the array of packaging/slurm; a node is killed in the middle; the array is run again.

    python3 tests/batch/slurm.py [--dossiers 40] [--tasks 8]

Needs Debian's slurmctld, slurmd, slurm-client and munge, and root. Without them it says so and exits with 77.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import proofs
import small

HERE = pathlib.Path(__file__).resolve().parent
SLURM = HERE.parent.parent / 'packaging' / 'slurm'

# Two nodes on one host: each slurmd has its own name and port. No cgroups: containers rarely let us make any.
CONFIGURATION = '''ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CryptoType=crypto/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
SlurmctldPort={port}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SlurmdTimeout=10
KillWait=5
MessageTimeout=30
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={port1} CPUs=1 State=UNKNOWN
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={port2} CPUs=1 State=UNKNOWN
PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
'''


class Cluster:
    def __init__(self, folder, port=17500):
        self.folder, self.processes = folder, {}
        (folder / 'state').mkdir()
        host = subprocess.run(['hostname', '-s'], capture_output=True, text=True, check=True).stdout.strip()
        (folder / 'slurm.conf').write_text(CONFIGURATION.format(folder=folder, host=host, port=port, port1=port + 1, port2=port + 2))
        os.environ['SLURM_CONF'] = str(folder / 'slurm.conf')
        key = folder / 'munge.key'
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        self.start('munged', 'munged', '-F', '--key-file', key, '--socket', folder / 'munge.socket', '--pid-file', folder / 'munge.pid',
                   '--log-file', folder / 'munge.log', '--seed-file', folder / 'munge.seed', '--force')
        self.wait(lambda: (folder / 'munge.socket').exists(), 'munged does not start')
        self.start('slurmctld', 'slurmctld', '-D')
        for node in ('n1', 'n2'):
            self.start_node(node)
        self.wait(lambda: self.ask('sinfo', '-h', '-o', '%T %D') == 'idle 2', 'the nodes do not come up')

    def start(self, name, *command):
        log = (self.folder / f'{name}.out').open('ab')
        self.processes[name] = subprocess.Popen([str(c) for c in command], stdout=log, stderr=log)

    def start_node(self, node):
        (self.folder / f'spool-{node}').mkdir(exist_ok=True)
        self.start(node, 'slurmd', '-D', '-N', node)

    def ask(self, *command):
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()

    def wait(self, what, complaint, seconds=60):
        end = time.monotonic() + seconds
        while not what():
            if time.monotonic() > end:
                logs = '\n'.join(f'--- {log.name}\n{log.read_text(errors="replace")[-1500:]}' for log in self.folder.glob('*.log'))
                raise SystemExit(f'{complaint}\n{logs}')
            time.sleep(0.2)

    def kill_node(self, node):
        """As a power cut would: the daemon, and every step with all that it started."""
        steps = self.steps_of(node)
        self.processes[node].kill()
        for step in steps:
            proofs.kill_everything(int(step))
        self.processes[node].wait()
        return steps

    def steps_of(self, node):
        """A step leaves its daemon, so it is found by the job that runs on the node."""
        jobs = self.ask('squeue', '-h', '-t', 'R', '-w', node, '-o', '%A').split()
        return [step for job in jobs for step in self.ask('pgrep', '-f', f'slurmstepd: \\[{job}\\.').split()]

    def stop(self):
        for name in ('n1', 'n2', 'slurmctld', 'munged'):
            process = self.processes.get(name)
            if process and process.poll() is None:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()


def reports(out):
    return {p for p in out.glob('d*.pdf.json')}


def run(options, folder):
    inbox, out = folder / 'inbox', folder / 'out'
    small.fill(inbox, options.dossiers)
    os.environ['PARAPHE'] = os.path.abspath(options.paraphe)
    cluster = Cluster(folder / 'slurm')
    try:
        night = [SLURM / 'night', inbox, out, str(options.tasks)]
        subprocess.run(night, check=True, stdout=subprocess.PIPE)
        cluster.wait(lambda: len(reports(out)) >= options.dossiers // 4, 'the array does not get on', 600)
        killed = cluster.kill_node('n1')
        before = {p: p.stat().st_mtime_ns for p in reports(out)}
        print(f'node n1 killed with {len(killed)} step(s) at {len(before)} of {options.dossiers} reports', flush=True)
        cluster.wait(lambda: 'down' in cluster.ask('sinfo', '-h', '-n', 'n1', '-o', '%T'), 'the loss of n1 is not noticed', 120)
        # What still waits (lost tasks are put back with a delay) is given up: the same command again must be all that is needed.
        subprocess.run(['scancel', '--user=root'], check=True)
        cluster.wait(lambda: not cluster.ask('squeue', '-h'), 'jobs do not end', 120)
        cluster.start_node('n1')
        cluster.wait(lambda: cluster.ask('sinfo', '-h', '-o', '%T %D') == 'idle 2', 'n1 does not come back')
        subprocess.run(night, check=True, stdout=subprocess.PIPE)
        cluster.wait(lambda: not cluster.ask('squeue', '-h'), 'the second array does not end', 900)
    finally:
        cluster.stop()
    for dossier in inbox.iterdir():
        json.loads((out / f'{dossier.name}.json').read_text())
    lines = (out / 'summary.jsonl').read_text().splitlines()
    assert len(lines) == len(reports(out)) == options.dossiers, f'{len(reports(out))} reports, {len(lines)} lines in the summary'
    again = [p.name for p, stamp in before.items() if p.stat().st_mtime_ns != stamp]
    # One that was written when its node died, and not yet journaled, is rightly written again.
    assert len(again) <= len(killed), f'done twice: {again}'
    print(f'{options.dossiers} dossiers, {options.tasks} tasks, 2 nodes, one killed, array run again: {len(reports(out))} reports, summary merged')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--paraphe', default=os.environ.get('PARAPHE', 'build/release/paraphe'))
    parser.add_argument('--dossiers', type=int, default=40)
    parser.add_argument('--tasks', type=int, default=8)
    options = parser.parse_args()
    missing = [program for program in ('munged', 'slurmctld', 'slurmd', 'sbatch') if not shutil.which(program, path=os.environ['PATH'] + ':/usr/sbin')]
    if missing or os.geteuid() != 0:
        print('not run: needs root and ' + ', '.join(missing or ['(nothing else)']))
        return 77
    os.environ['PATH'] += ':/usr/sbin'
    with tempfile.TemporaryDirectory(prefix='slurm-') as folder:
        (pathlib.Path(folder) / 'slurm').mkdir()
        run(options, pathlib.Path(folder))
    return 0


if __name__ == '__main__':
    sys.exit(main())
