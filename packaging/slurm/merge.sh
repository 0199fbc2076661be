#!/bin/sh
# merge.sh OUT [INBOX]: one summary (index.html, summary.csv, summary.jsonl) of all shards, after the array has ended. With INBOX,
# names the dossiers that have no report and exits with 75: then run the array again.
set -eu
out=${1:?folder of the reports}
exec "${PARAPHE:-paraphe}" batch ${2:+"$2"} --merge --out "$out"
