#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh BUILD [TARGET] [SECONDS]: runs one target, or all of them, one a core at a time. Seeds are taken from the pages
# and style sheets of our own tests; what a run learns stays in BUILD/fuzz/TARGET for the next one.
set -euo pipefail
build=$1 only=${2:-} seconds=${3:-60}
here=$(dirname "${BASH_SOURCE[0]}")
root=$here/../..

html_seeds() {
  cp "$root"/tests/data/demo/site/{,*/}*.html "$1" 2>/dev/null || true
  local file n=0 line
  for file in "$root"/tests/webcheck/rules/*.cases; do
    # The examples of a rule: HTML between the lines that begin with "# ".
    n=0
    while IFS= read -r line; do
      if [[ $line == '# '* ]]; then n=$((n + 1)); else printf '%s\n' "$line" >>"$1/$(basename "$file").$n"; fi
    done <"$file"
  done
}
css_seeds() {
  cp "$root"/tests/data/demo/site/css/*.css "$1"
  local n=0 sheet
  while IFS= read -r sheet; do
    printf '%s' "$sheet" >"$1/style.$((n++))"
  done < <(grep -rhoP '(?<=<style>)[^<]+' "$root"/tests/webcheck "$root"/tests/data/demo/site | sort -u)
}
selector_seeds() {
  local n=0 selector
  while IFS= read -r selector; do
    printf '%s' "$selector" >"$1/$((n++))"
  done < <(grep -rhoP '[^{}"]+(?=\{)' "$root"/tests/data/demo/site/css "$root"/tests/webcheck/css/*.cpp | sort -u)
}
url_seeds() {
  local n=0 address
  while IFS= read -r address; do
    printf 'http://www.example.gov.cn/a/b.html?c#d\n%s' "$address" >"$1/$((n++))"
  done < <(grep -rhoP '(?<=(href|.src)=")[^"]+' "$root"/tests/data/demo/site "$root"/tests/webcheck | sort -u)
}

# Runs a target and prints what it said when it has ended; its exit code is the fuzzer's.
fuzz() {
  local name=$1 corpus=$build/fuzz/$1 seeds=$build/fuzz/seeds-$1 log=$build/fuzz/$1.log code=0
  rm -rf "$seeds"
  mkdir -p "$corpus" "$seeds"
  "${name}_seeds" "$seeds"
  "$build/${name}_fuzz" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=2048 \
    -dict="$here/$name.dict" -artifact_prefix="$build/fuzz/$name-" -print_final_stats=1 \
    "$corpus" "$seeds" >"$log" 2>&1 || code=$?
  printf '\n== fuzzed %s for %s s, %s seeds\n' "$name" "$seconds" "$(ls "$seeds" | wc -l)" >&2
  grep -v -e '^#[0-9]*[[:space:]]*\(NEW\|REDUCE\|RELOAD\)' "$log" >&2 || true
  return "$code"
}

# One for each core at a time.
running=0 failed=0
for name in html css selector url; do
  [[ -z $only || $only == "$name" ]] || continue
  if ((running == $(nproc))); then
    wait -n || failed=1
    running=$((running - 1))
  fi
  fuzz "$name" &
  running=$((running + 1))
done
while ((running > 0)); do
  wait -n || failed=1
  running=$((running - 1))
done
exit "$failed"
