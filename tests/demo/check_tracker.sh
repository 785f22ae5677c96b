#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A second opinion on a tracker, by programs that are not ours: GDAL reads every layer without a
# warning, SQLite finds it sound, and nothing of the demo's households stands in it.
# Usage: check_tracker.sh TRACKER FOLDER-WITH-THE-HOUSEHOLDS
set -euo pipefail
tracker=$1 data=$2
die() { printf 'check_tracker: %s\n' "$*" >&2; exit 1; }

warnings=$(ogrinfo -ro -al -so "$tracker" 2>&1 >/dev/null)
[[ -z $warnings ]] || die "ogrinfo warns: $warnings"
for layer in districts facilities inspections retrofits; do
  ogrinfo -ro -so "$tracker" "$layer" | grep -q '^Geometry: [^N]' || die "layer $layer has no geometry"
done

[[ $(sqlite3 -readonly "$tracker" 'PRAGMA integrity_check') == ok ]] || die "integrity_check finds faults"
[[ -z $(sqlite3 -readonly "$tracker" 'PRAGMA foreign_key_check') ]] || die "foreign_key_check finds faults"

# Name, telephone, address, certificate number and position of every household, one a line.
secrets=$(mktemp)
trap 'rm -f "$secrets"' EXIT
{
  cat "$data/households.csv"
  ogr2ogr -f CSV /vsistdout/ "$data/households_more.xlsx"
} | tr -d '"\r' | grep '^QXH-' | cut -d, -f2-5,10,11 | tr , '\n' | sort -u >"$secrets"
(($(wc -l <"$secrets") > 1000)) || die "too few secrets read from $data"
for file in "$tracker"*; do
  if found=$(LC_ALL=C grep -aFom1 -f "$secrets" "$file"); then die "$file holds household data: ${#found} bytes of it"; fi
done
echo "check_tracker: GDAL and SQLite find $tracker sound, no household stands in it"
