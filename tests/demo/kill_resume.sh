#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Kill -9 at ten moments drawn from a seed, then `wza doctor` and the same command again: the
# tracker ends as that of a run that nobody disturbed, with nothing in it twice.
# Usage: kill_resume.sh BUILD-FOLDER DATA-FOLDER import|crawl [SEED]
set -euo pipefail
build=$1 data=$2 what=$3
RANDOM=${4:-20250601}
work=$(mktemp -d)
site=0
trap '((site)) && kill $site 2>/dev/null; rm -rf "$work"' EXIT
export WZA_KEY_FILE=$work/key TMPDIR=$work  # what is killed while it reads a file leaves its folder
wza=$build/wza
die() { printf 'kill_resume: %s\n' "$*" >&2; exit 1; }
now() { date +%s%N; }

# A tracker without its times, sorted: what has to be the same. The text of SQLite's own dump, so
# that no table can be forgotten. What is sealed differs each time; which fields are there may not.
dump() {
  local sealed=$1/tracker.private.db
  sqlite3 -readonly "$1/tracker.gpkg" .dump |
    sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/TIME/g' | sort
  [[ ! -e $sealed ]] || sqlite3 -readonly "$sealed" 'SELECT household, field FROM fields ORDER BY 1, 2'
}
copy() { rm -rf "${work:?}/$2" && cp -r "$work/$1" "$work/$2"; }
run() { "$wza" --tracker "$work/$1/tracker.gpkg" "${@:2}" >"$work/out" 2>&1; }
# Exit code 4 is a refused row, 5 a page that could not be had; both are in the demo on purpose.
run_through() {
  local code=0
  run "$@" || code=$?
  ((code == 0 || code == 4 || code == 5)) || { cat "$work/out" >&2; die "exit code $code: ${*:2}"; }
}

# One command from the tracker `base`: undisturbed into `whole`, killed `kills` times into `broken`.
disturb() {
  local kills=$1 start duration delay pid code
  shift
  copy base whole
  start=$(now)
  run_through whole "$@"
  duration=$((($(now) - start) / 1000000))
  dump "$work/whole" >"$work/whole.dump"
  copy base broken
  while ((kills > 0)); do
    delay=$((RANDOM * 32768 + RANDOM))
    delay=$((delay % (duration + 1)))
    "$wza" --tracker "$work/broken/tracker.gpkg" "$@" >"$work/out" 2>&1 &
    pid=$!
    sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
    kill -9 $pid 2>/dev/null || true
    code=0
    wait $pid 2>/dev/null || code=$?
    dump "$work/broken" >"$work/broken.dump"
    # It was done before, or on its way out with all its work committed: the same command would be
    # a second run. Draw another moment, and an earlier one.
    if ((code != 137)) || cmp -s "$work/whole.dump" "$work/broken.dump"; then
      duration=$((duration * 3 / 4))
      copy base broken
      continue
    fi
    kills=$((kills - 1))
    run broken doctor || { cat "$work/out" >&2; die "doctor finds the killed tracker unsound: $* after $delay ms"; }
    run_through broken "$@"
    dump "$work/broken" >"$work/broken.dump"
    if ! diff -u "$work/whole.dump" "$work/broken.dump" >"$work/diff"; then
      head -40 "$work/diff" | cut -c1-400 >&2
      die "killed after $delay ms, the tracker ends otherwise: $*"
    fi
    printf 'killed after %d ms, ends the same: %s\n' "$delay" "$*"
    copy base broken
  done
  copy whole base
}

mkdir "$work/base"
run_through base init
if [[ $what == import ]]; then
  disturb 2 import districts "$data/districts.geojson" --source fictional --date 2025-06
  disturb 3 import facilities "$data/facilities.csv" --datum wgs84
  disturb 3 import inspections "$data/inspections.csv"
  disturb 2 import households "$data/households.csv" --datum wgs84
else
  "$build/demo_site" "$data/site" >"$work/url" &
  site=$!
  until [[ -s $work/url ]]; do sleep 0.05; done
  disturb 10 crawl "$(<"$work/url")" --max-pages 30 --delay 0
fi
