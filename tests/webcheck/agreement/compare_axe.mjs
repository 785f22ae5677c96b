// SPDX-License-Identifier: Apache-2.0
// How often our rules agree with axe-core's over a folder of pages: page by page and rule by rule,
// by the table "axe-core's rules and ours" in webcheck/README.md. Page scripts off, nothing fetched.
// By hand; needs playwright-core and axe-core (npm i playwright-core axe-core@4.14) and a Chromium:
//   node tests/webcheck/agreement/compare_axe.mjs build-dev/wza DIR [axe rule to show, or "all"]
// Prints for each axe rule on how many pages both fail, ours alone, axe's alone (of these: where ours
// asks a person). With a rule's id, or "all", the elements behind it follow. Where several axe rules
// stand for one of ours, ours counts as alone only where none of them fails.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const [program, folder, show = ''] = process.argv.slice(2);
if (!folder) {
  console.error('usage: compare_axe.mjs WZA DIR [axe rule | all]');
  process.exit(2);
}

/// axe id -> our ids, from the table.
function readTable() {
  const here = dirname(fileURLToPath(import.meta.url));
  const text = readFileSync(join(here, '../../../webcheck/README.md'), 'utf8');
  const section = text.split(/^## /m).find((s) => s.startsWith("axe-core's rules")) ?? '';
  const table = new Map();
  for (const [, theirs, ours] of section.matchAll(/^\| ([a-z-]+) \| ([^|]*) \|/gm)) {
    table.set(theirs, [...ours.matchAll(/[a-z][a-z0-9-]+/g)].map((m) => m[0]));
  }
  return table;
}

/// Saved pages are often turned into UTF-8 and still declare another coding.
function contentType(name) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(folder, name)));
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}

/// What axe says of each page; kept in the temporary folder, since it takes a second a page.
async function askAxe(names) {
  const axe = require('axe-core');
  const kept = join(tmpdir(), `axe-${axe.version}`);
  mkdirSync(kept, { recursive: true });
  const path = (name) => join(kept, `${name}.json`);
  const missing = names.filter((name) => !existsSync(path(name)));
  if (missing.length) {
    const { chromium } = require('playwright-core');
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'],
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    for (const name of missing) {
      const page = await context.newPage();
      const url = `http://page.invalid/${name}`;
      await page.route('**/*', (route) => (route.request().url() === url
        ? route.fulfill({
          body: readFileSync(resolve(folder, name)), contentType: contentType(name),
          headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
        }) : route.abort()));
      try {
        await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 20000 });
        await page.evaluate(axe.source);
        const result = await page.evaluate(() => {
          const all = Object.fromEntries(axe.getRules().map((r) => [r.ruleId, { enabled: true }]));
          return axe.run(document, { rules: all, iframes: false, elementRef: false });
        });
        const brief = (list) => Object.fromEntries(list.map((r) => [r.id,
          r.nodes.map((n) => ({ target: n.target.join(' '), html: n.html.slice(0, 160) }))]));
        writeFileSync(path(name), JSON.stringify(
          { failed: brief(result.violations), asked: brief(result.incomplete) }));
      } catch (error) {
        console.error(`${name}: ${String(error.message).split('\n')[0]}`);
      }
      await page.close();
    }
    await browser.close();
  }
  return new Map(names.filter((name) => existsSync(path(name)))
    .map((name) => [name, JSON.parse(readFileSync(path(name), 'utf8'))]));
}

/// rule -> { outcome, findings } of one page.
function askOurs(name) {
  const out = execFileSync(program, ['check', resolve(folder, name), '--format', 'json', '--fail-on', 'none'],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const page = JSON.parse(out);
  const rules = new Map(page.rules.map((r) => [r.rule, { ...r, findings: [] }]));
  for (const f of page.findings ?? []) rules.get(f.rule)?.findings.push(f);
  return rules;
}

const table = readTable();
const names = readdirSync(folder).filter((f) => /\.html?$/.test(f)).sort();
const axe = await askAxe(names);
const theirsOf = new Map();
for (const [theirs, ours] of table) {
  for (const id of ours) theirsOf.set(id, [...(theirsOf.get(id) ?? []), theirs]);
}
const rows = new Map([...table.keys()].map((id) => [id, { both: [], ours: [], theirs: [], asked: [] }]));
const lines = [];
for (const [name, said] of axe) {
  const mine = askOurs(name);
  for (const [theirs, ids] of table) {
    if (!ids.length) continue;
    const row = rows.get(theirs);
    const weFail = ids.filter((id) => mine.get(id)?.outcome === 'failed');
    const weAsk = ids.some((id) => mine.get(id)?.cant_tell > 0);
    const theyFail = theirs in said.failed;
    const alone = weFail.filter((id) => !theirsOf.get(id).some((other) => other in said.failed));
    if (theyFail) (weFail.length ? row.both : weAsk ? row.asked : row.theirs).push(name);
    if (alone.length) row.ours.push(name);
    if (show !== 'all' && show !== theirs) continue;
    if (theyFail && !weFail.length) {
      said.failed[theirs].slice(0, 3).forEach((n) => lines.push(
        `${theirs}\t${name}\taxe only${weAsk ? ' (we ask)' : ''}\t${n.target}\t${n.html}`));
    }
    for (const id of alone) {
      mine.get(id).findings.filter((f) => f.outcome === 'failed').slice(0, 3).forEach((f) => lines.push(
        `${theirs}\t${name}\tours only${theirs in said.asked ? ' (axe asks)' : ''}\t${f.selector}\t${f.snippet ?? ''}`));
    }
  }
}
console.log(`${axe.size} pages; pages on which both fail, ours alone, axe alone (and we ask)`);
for (const [theirs, row] of rows) {
  if (!table.get(theirs).length) continue;
  const axeAlone = row.theirs.length + row.asked.length;
  if (!row.both.length && !row.ours.length && !axeAlone) continue;
  console.log([theirs, table.get(theirs).join(' '), row.both.length, row.ours.length,
    `${axeAlone} (${row.asked.length})`].join('\t'));
}
lines.forEach((line) => console.log(line.replaceAll('\n', ' ')));
