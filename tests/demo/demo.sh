#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The demo: a tracker for a county that does not exist, from its tables and its web site.
# Usage: demo.sh BUILD-FOLDER OUTPUT-FOLDER [--serve]. Called by ./run demo, which builds first.
set -euo pipefail
build=$1 out=$2 mode=${3:-}
[[ -z $mode || $mode == --serve ]] || { echo "usage: ./run demo [--serve]" >&2; exit 2; }
here=$(dirname "${BASH_SOURCE[0]}")
data=${here%/demo}/data/demo
export WZA_TRACKER=$out/tracker.gpkg
export WZA_KEY_FILE=$out/households.key  # a real tracker's key stands elsewhere; this one guards nobody

step() { printf '\n== %s\n' "$*"; }
die() { printf 'demo: %s\n' "$*" >&2; exit 1; }

# Two of the tables hold one bad row each, to show how a row is refused (exit code 4) while the good
# ones are kept. Anything else than that is a failure of the demo.
refuses_one() {
  local code=0
  "$@" || code=$?
  ((code == 4)) || die "expected exit code 4 for the one bad row, got $code: $*"
  echo "   （这一行是特意放进去的坏数据 / this bad row is there on purpose）"
}

wza=$build/wza
rm -rf "$out"
mkdir "$out"
cat <<'TEXT'
清溪县是虚构的：地图、设施、住户和网站都是编造的，仅用于演示。
Qingxi County is fictional: its map, places, homes and web site are made up for this demo.
TEXT

step "新建台账 / A new tracker: $WZA_TRACKER"
"$wza" init
step "导入行政区划 / Districts"
"$wza" import districts "$data"/districts.geojson --source "虚构 fictional" --date 2025-06
step "导入设施 / Facilities"
refuses_one "$wza" import facilities "$data"/facilities.csv --datum wgs84
"$wza" import facilities "$data"/facilities_gcj02.csv --datum gcj02
step "导入检查记录 / Inspections"
refuses_one "$wza" import inspections "$data"/inspections.csv
step "导入改造家庭 / Households"
"$wza" import households "$data"/households.csv --datum wgs84
"$wza" import households "$data"/households_more.xlsx --datum wgs84
step "导入规划 / Plan"
"$wza" import plan "$data"/plan.csv

step "检测县政府网站 / Crawl the county's web site"
"$build/demo_site" "$data/site" >"$out"/site.url &
site=$!
trap 'kill $site 2>/dev/null || true' EXIT
for _ in {1..50}; do
  [[ -s "$out"/site.url ]] && break
  sleep 0.1
done
[[ -s "$out"/site.url ]] || die "the county's site did not start"
"$wza" crawl "$(<"$out"/site.url)" --max-pages 100 --delay 0 --district 990101

step "各乡镇情况 / Per district"
"$wza" report districts
step "最常见的五类网站问题 / The five most frequent web faults"
"$wza" report site --top 5

cat <<TEXT

== 接下来 / How to go on
   浏览页面 pages    ./run demo --serve, then http://127.0.0.1:8080/
   QGIS             open $WZA_TRACKER (layers districts, facilities, inspections, retrofits)
   自己的数据 yours  build/wza --help
TEXT
if [[ $mode == --serve ]]; then
  step "网页服务，按 Ctrl-C 结束 / Serving, Ctrl-C ends it"
  "$wza" serve
fi
