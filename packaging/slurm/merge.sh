#!/bin/sh
# merge.sh OUT: one summary (index.html, summary.csv, summary.jsonl) of all shards, after the array has ended.
set -eu
exec "${PARAPHE:-paraphe}" batch --merge --out "${1:?folder of the reports}"
