// SPDX-License-Identifier: Apache-2.0
// The reports of the program about our demo site, and the documents about our demo county, as others
// see them: the HTML passes the program's own test and every rule of axe-core in Chromium, light,
// dark and 320 pixels wide, documents print on A4 with numbered pages; the SARIF report meets the
// schema.
// Run as: node report.test.mjs WZA SITE [SCREENSHOT-FOLDER]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const [wza, site, screenshots] = process.argv.slice(2);
const pages = ['index.html', 'wza/biaodan.html', 'zwfw/login.html', 'old/index.html', 'zjqx/sp.html']
  .map((name) => path.join(site, name));
const folder = mkdtempSync(path.join(tmpdir(), 'wza-report-'));
const faults = [];

function expect(holds, what) {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) faults.push(what);
}

/// Output of `wza check`, whatever it found.
function check(...args) {
  return execFileSync(wza, ['check', '--fail-on', 'none', ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
}

function ownFailures(report) {
  const result = JSON.parse(check('--format', 'json', report).split('\n')[0]);
  return result.findings.filter((finding) => finding.outcome === 'failed')
    .map((finding) => `${finding.rule} ${finding.selector} ${finding.message.en}`);
}

async function axeFindings(page) {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  return page.evaluate(async () => {
    const all = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: true }]));
    const result = await axe.run(document, { rules: all });
    return result.violations.map((one) => `${one.id}: ${one.nodes[0].html} (${one.nodes.length})`);
  });
}

const kinds = [
  { name: 'light', options: { colorScheme: 'light', viewport: { width: 1280, height: 900 } } },
  { name: 'dark', options: { colorScheme: 'dark', viewport: { width: 1280, height: 900 } } },
  { name: 'narrow', options: { colorScheme: 'light', viewport: { width: 320, height: 640 } } },
];

async function lookAt(browser, report, name) {
  for (const kind of kinds) {
    const context = await browser.newContext(kind.options);
    const page = await context.newPage();
    await page.goto(pathToFileURL(report).href);
    const findings = await axeFindings(page);
    expect(findings.length === 0, `axe-core finds nothing in ${name}, ${kind.name} ${findings.join('\n     ')}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width <= kind.options.viewport.width, `${name} does not scroll sideways, ${kind.name}`);
    if (screenshots) {
      await page.screenshot({ path: path.join(screenshots, `${name}-${kind.name}.png`), fullPage: false });
    }
    await context.close();
  }
}

/// The documents of a county that are printed, each a page of HTML: [name, file].
function documents(lang) {
  const data = path.dirname(site);
  const tracker = ['--tracker', path.join(folder, `${lang}.gpkg`), '--lang', lang];
  const run = (...args) => {
    try {
      execFileSync(wza, [...tracker, ...args], { cwd: folder, stdio: 'pipe' });
    } catch (error) {
      if (error.status !== 4) throw error; // the demo's tables hold a bad row on purpose
    }
  };
  run('init');
  run('import', 'districts', path.join(data, 'districts.geojson'), '--source', '虚构', '--date', '2025-06');
  run('import', 'facilities', path.join(data, 'facilities.csv'), '--datum', 'wgs84');
  run('import', 'inspections', path.join(data, 'inspections.csv'));
  run('import', 'households', path.join(data, 'households.csv'), '--datum', 'wgs84');
  run('import', 'plan', path.join(data, 'plan.csv'));
  return [
    ['monitor', 'plan', '--plan', '990101', '--monitor', 'mid-term'],
    ['final', 'plan', '--plan', 'fogang-14-5', '--monitor', 'final'],
    ['monthly', 'monthly', '--district', '990101', '--month', '2024-08'],
    ['notice', 'notice', '--unit', '清溪县教育局（虚构）'],
  ].map(([name, ...args]) => {
    const file = path.join(folder, `${name}-${lang}.html`);
    run('report', ...args, file);
    return [`${name}-${lang}`, file];
  });
}

async function expectToPrint(browser, file, name) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox \[([^\]]+)\]/g)].map((match) => match[1].split(' ').map(Number));
  expect(boxes.length > 0 && boxes.every(([, , w, h]) => Math.abs(w - 595) < 1 && Math.abs(h - 842) < 1),
    `${name} prints on A4`);
  // What would be cut off at the right of a sheet: tables scroll on a screen, not on paper.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 658, height: 900 }); // 210 mm less both margins, at 96 dpi
  const beyond = await page.evaluate(() => [...document.querySelectorAll('table')]
    .filter((table) => table.getBoundingClientRect().right > 659).length);
  expect(beyond === 0, `no table of ${name} is wider than the sheet`);
  await page.close();
}

function checkSarif(name, text) {
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const valid = ajv.validate(schema, JSON.parse(text));
  expect(valid, `${name} meets the schema ${valid ? '' : ajv.errorsText().slice(0, 2000)}`);
}

try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  for (const lang of ['zh', 'en']) {
    const report = path.join(folder, `report-${lang}.html`);
    writeFileSync(report, check('--lang', lang, '--format', 'html', ...pages));
    const failures = ownFailures(report);
    expect(failures.length === 0, `wza finds nothing in the report in ${lang} ${failures.slice(0, 9).join('\n     ')}`);
    await lookAt(browser, report, `report-${lang}`);
    for (const [name, file] of documents(lang)) {
      const own = ownFailures(file);
      expect(own.length === 0, `wza finds nothing in ${name} ${own.slice(0, 9).join('\n     ')}`);
      await lookAt(browser, file, name);
      await expectToPrint(browser, file, name);
    }
  }
  await browser.close();

  const before = path.join(folder, 'before.json');
  writeFileSync(before, check('--format', 'json', ...pages.slice(0, 2)));
  const first = JSON.parse(readFileSync(before, 'utf8').split('\n')[0]);
  const finding = first.findings.find((one) => one.outcome === 'failed');
  const table = path.join(folder, 'suppress.tsv');
  writeFileSync(table, 'rule\tpage\telement\treason\tuntil\n'
    + `${finding.rule}\t${first.url}\t${finding.selector}\t旧系统年底下线\t2999-12-31\n`);
  checkSarif('SARIF', check('--format', 'sarif', ...pages));
  checkSarif('SARIF with refused pages', (() => {
    try {
      return check('--format', 'sarif', pages[0], path.join(folder, 'not-there.html'));
    } catch (error) {
      return error.stdout;
    }
  })());
  const known = check('--format', 'sarif', '--baseline', before, '--suppress', table, ...pages);
  checkSarif('SARIF with baseline and suppressions', known);
  const results = JSON.parse(known).runs[0].results;
  expect(results.some((one) => one.suppressions?.[0].justification === '旧系统年底下线'),
    'the suppressed finding is in the SARIF report');
  expect(results.some((one) => one.baselineState === 'new')
    && results.some((one) => one.baselineState === 'unchanged'), 'new findings are told from known ones');
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = faults.length === 0 ? 0 : 1;
