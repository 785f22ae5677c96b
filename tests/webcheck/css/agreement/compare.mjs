// SPDX-License-Identifier: Apache-2.0
// How often our cascade agrees with Chromium, over a folder of pages, scripts off, linked sheets
// absent. Needs playwright-core (npm i playwright-core) and a Chromium.
//   ninja -C build-dev print_styles
//   node tests/webcheck/css/agreement/compare.mjs build-dev/print_styles DIR [misses to show]
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require('playwright-core');

const [program, folder, show = '20'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: compare.mjs PRINT_STYLES DIR [misses to show]');
  process.exit(2);
}
const properties = ['display none', 'visibility', 'color', 'background-color', 'font-size'];

const collect = () => [...document.querySelectorAll('*')].map((e) => {
  const s = getComputedStyle(e);
  return [e.localName, s.display === 'none' ? 'none' : 'shown', s.visibility, s.color,
    s.backgroundColor, parseFloat(s.fontSize).toFixed(2),
    `${e.id ? '#' + e.id : ''}.${e.getAttribute('class') ?? ''} ${e.getAttribute('style') ?? ''}`];
});

// Alpha is printed with other digits here and there.
const same = (column, a, b) => {
  if (a === b) return true;
  if (column === 4) return Math.abs(parseFloat(a) - parseFloat(b)) <= 0.02;
  const [x, y] = [a, b].map((t) => (t.match(/[\d.]+/g) ?? []).map(Number));
  return x.length > 2 && x.length === y.length && x.every((v, i) => Math.abs(v - y[i]) <= 0.011);
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'],
});
const context = await browser.newContext({
  javaScriptEnabled: false, viewport: { width: 1280, height: 800 }, offline: true,
});
const agreed = properties.map(() => 0);
const misses = new Map();
let elements = 0, pages = 0, skipped = [];
const times = [];
for (const name of readdirSync(folder).filter((f) => /\.html?$/.test(f)).sort()) {
  const file = resolve(folder, name);
  const page = await context.newPage();
  await page.route('**/*', (r) => (r.request().url() === pathToFileURL(file).href
    ? r.continue() : r.abort()));
  let theirs;
  try {
    await page.goto(pathToFileURL(file).href, { waitUntil: 'domcontentloaded', timeout: 20000 });
    theirs = await page.evaluate(collect);
  } catch (error) {
    skipped.push(`${name} (${String(error.message).split('\n')[0]})`);
    await page.close();
    continue;
  }
  await page.close();
  const ours = execFileSync(program, [file], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })
    .trimEnd().split('\n').map((l) => l.split('\t'));
  if (ours.length !== theirs.length || ours.some((o, i) => o[0].toLowerCase() !== theirs[i][0].toLowerCase())) {
    skipped.push(`${name} (tree differs)`);
    continue;
  }
  ++pages;
  elements += ours.length;
  ours.forEach((o, i) => properties.forEach((property, k) => {
    if (same(k, o[k + 1], theirs[i][k + 1])) {
      ++agreed[k];
      return;
    }
    const key = `${property}\t${o[0]}\tours ${o[k + 1]}\tchromium ${theirs[i][k + 1]}`;
    const entry = misses.get(key) ?? { count: 0, where: `${name} ${i} ${theirs[i][6].slice(0, 80)}` };
    ++entry.count;
    misses.set(key, entry);
  }));
}
await browser.close();
console.log(`${pages} pages, ${elements} elements; left out: ${skipped.length}`);
skipped.forEach((s) => console.log(`  ${s}`));
properties.forEach((p, k) => console.log(`${p}\t${(100 * agreed[k] / elements).toFixed(3)} %`));
[...misses].sort((a, b) => b[1].count - a[1].count).slice(0, Number(show))
  .forEach(([key, { count, where }]) => console.log(`${count}\t${key}\t${where}`));
