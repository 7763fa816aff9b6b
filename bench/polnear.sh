#!/usr/bin/env bash
# Scores `sayso` on PolNeAR: who said what.
#
#   bench/polnear.sh SAYSO SHARED [dev|train] [scorer options...]
# SAYSO is the built program, SHARED the folder that holds data/ and bench/.
set -euo pipefail
sayso=$1 shared=$2 half=${3:-dev}
shift $(($# < 3 ? $# : 3))
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python3 "$here/../train/attribution_prepare.py" "$shared/data/polnear/$half.jsonl.gz" "$tmp/in"
"$sayso" read --format json "$tmp/in.jsonl" > "$tmp/out.jsonl"
python3 "$shared/bench/score_attribution.py" --gold "$shared/data/polnear/$half.jsonl.gz" \
  --pred "$tmp/out.jsonl" --outermost --by-type "$@"
