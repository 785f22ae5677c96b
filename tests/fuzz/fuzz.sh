#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh BUILD [TARGET] [SECONDS]: runs one target, or each in turn. Seeds are taken from the pages
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

for name in html css selector url; do
  [[ -z $only || $only == "$name" ]] || continue
  corpus=$build/fuzz/$name seeds=$build/fuzz/seeds-$name
  rm -rf "$seeds"
  mkdir -p "$corpus" "$seeds"
  "${name}_seeds" "$seeds"
  printf '\n== fuzzing %s for %s s, %s seeds\n' "$name" "$seconds" "$(ls "$seeds" | wc -l)" >&2
  "$build/${name}_fuzz" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=2048 \
    -dict="$here/$name.dict" -artifact_prefix="$build/fuzz/$name-" -print_final_stats=1 \
    "$corpus" "$seeds" 2>&1 | grep -v -e '^#[0-9]*[[:space:]]*\(NEW\|REDUCE\|RELOAD\)' >&2
done
