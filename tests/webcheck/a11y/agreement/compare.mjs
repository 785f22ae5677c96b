// SPDX-License-Identifier: Apache-2.0
// How often our accessibility tree agrees with Chromium's, over a folder of pages: which elements
// are in it, their roles and names. Scripts do not run, linked sheets are absent. Needs
// playwright-core (npm i playwright-core) and a Chromium.
//   ninja -C build-dev print_tree
//   node tests/webcheck/a11y/agreement/compare.mjs build-dev/print_tree DIR [misses to show]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require('playwright-core');

const [program, folder, show = '40'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: compare.mjs PRINT_TREE DIR [misses to show]');
  process.exit(2);
}

// Chromium's own names of roles that ARIA calls otherwise, or that it keeps for elements which
// HTML-AAM gives no role.
const aria = new Map(Object.entries({
  image: 'img', splitter: 'separator', StaticText: '', RootWebArea: 'document', none: 'none',
  Iframe: '', IframePresentational: '', LabelText: '', Legend: '', Figcaption: '', Canvas: '',
  Video: '', Audio: '', EmbeddedObject: '', PluginObject: '', Abbr: '', RubyAnnotation: '',
  Ruby: '', ruby: '', DescriptionList: '', Details: 'group', DisclosureTriangle: '',
  DisclosureTriangleGrouped: '', LineBreak: '', ImageMap: 'img', LayoutTable: 'table',
  LayoutTableRow: 'row', LayoutTableCell: 'cell', Section: 'generic', SvgRoot: 'graphics-document',
  MenuListPopup: '', MathMLMath: 'math', Date: '', DateTime: '', InputTime: '', ColorWell: '',
  PopUpButton: '', sectionheader: 'generic', sectionfooter: 'generic', MenuListOption: 'option',
  DescriptionListTerm: 'term', DescriptionListDetail: 'definition', Header: 'banner',
  HeaderAsNonLandmark: 'generic', FooterAsNonLandmark: 'generic', Footer: 'contentinfo', Pre: 'generic',
}));
const theirRole = (role) => aria.get(role) ?? role;
// An element of no role and one of a generic role are the same to those who use the page.
const plain = (role) => (role === 'generic' || role === 'presentation' ? '' : role);
// Where Chromium departs from the specifications, or says less than they do: SVG documents are
// images to it, forms without a name are forms, rows have no names, an item outside of a list
// keeps the role of its markup, the document stands for <html>.
const departs = (tag, ours, theirs) => (tag === 'svg' && theirs === 'img')
  || (tag === 'form' && theirs === 'form') || tag === 'html'
  || (ours === 'listitem' && theirs !== 'listitem');
const nameless = new Set(['row', 'rowgroup', 'cell', 'gridcell', 'table', 'figure']);
const utf8 = (bytes) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
const flat = (text) => text.replace(/\s+/gu, ' ').trim();

/// The elements of the main document in order, with what Chromium exposes for each.
async function exposed(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  await cdp.send('Accessibility.enable');
  const { root } = await cdp.send('DOM.getDocument', { depth: -1 });
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const byNode = new Map(nodes.filter((n) => n.backendDOMNodeId && n.role?.value !== 'InlineTextBox')
    .map((n) => [n.backendDOMNodeId, n]));
  const out = [];
  const walk = (node) => {
    if (node.nodeType === 1) {
      const ax = byNode.get(node.backendNodeId);
      const id = node.attributes?.indexOf('id') ?? -1;
      out.push({ tag: node.localName || node.nodeName.toLowerCase(), ax,
        where: id >= 0 && id % 2 === 0 ? `#${node.attributes[id + 1]}` : '' });
    }
    for (const child of node.children ?? []) walk(child);
  };
  walk(root);
  return out;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'],
});
let pages = 0;
const skipped = [];
const counts = { included: [0, 0], role: [0, 0], name: [0, 0], unsure: 0 };
const misses = new Map();
const miss = (kind, key, where) => {
  const entry = misses.get(`${kind}\t${key}`) ?? { count: 0, where };
  ++entry.count;
  misses.set(`${kind}\t${key}`, entry);
};
const count = (what, agrees) => {
  ++counts[what][1];
  if (agrees) ++counts[what][0];
  return agrees;
};

function compare(name, ours, theirs) {
  ours.forEach(([tag, role, included, named, text], i) => {
    const { ax, where } = theirs[i];
    const at = `${name} ${i} ${where}`;
    if (included === '?' || named === '?') {
      ++counts.unsure;
      return;
    }
    const there = Boolean(ax) && !ax.ignored;
    const theirs_ = there ? plain(theirRole(ax.role?.value ?? '')) : '';
    const ours_ = included === 'yes' ? plain(role) : '';
    // Plain elements are left out of Chromium's tree as it likes.
    if ((ours_ || theirs_) && !departs(tag, ours_, theirs_)) {
      const both = Boolean(ours_) === Boolean(theirs_);
      if (!count('included', both)) {
        miss('included', `${tag}\tours ${ours_ || '-'}\tchromium ${theirs_ || '-'}`, at);
        return;
      }
      if (!count('role', ours_ === theirs_)) miss('role', `${tag}\tours ${ours_}\tchromium ${theirs_}`, at);
      const say = flat(ax.name?.value ?? '');
      if (nameless.has(ours_) && !say) return;
      if (!count('name', flat(text).slice(0, 2000) === say.slice(0, 2000))) {
        miss('name', `${tag}\t${ours_}\tours ${flat(text).slice(0, 60)}\tchromium ${say.slice(0, 60)}`, at);
      }
    }
  });
}

for (const name of readdirSync(folder).filter((f) => /\.html?$/.test(f)).sort()) {
  const file = resolve(folder, name);
  const url = `http://page.test/${encodeURIComponent(name)}`;
  const bytes = readFileSync(file);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.route('**/*', (r) => (r.request().url() === url
    ? r.fulfill({ body: bytes, headers: {
      'content-type': utf8(bytes) ? 'text/html; charset=utf-8' : 'text/html',
      'content-security-policy': "script-src 'none'" } })
    : r.abort()));
  let theirs;
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30000 });
    theirs = await exposed(page);
  } catch (error) {
    skipped.push(`${name} (${String(error.message).split('\n')[0]})`);
    continue;
  } finally {
    await context.close();
  }
  const ours = execFileSync(program, [file], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .replace(/\n$/, '').split('\n').map((l) => l.split('\t'));
  if (ours.length !== theirs.length || ours.some((o, i) => o[0].toLowerCase() !== theirs[i].tag.toLowerCase())) {
    skipped.push(`${name} (tree differs)`);
    continue;
  }
  ++pages;
  compare(name, ours, theirs);
}
await browser.close();
console.log(`${pages} pages; left out: ${skipped.length}; elements we are not sure of: ${counts.unsure}`);
skipped.forEach((s) => console.log(`  ${s}`));
for (const what of ['included', 'role', 'name']) {
  const [agreed, all] = counts[what];
  console.log(`${what}\t${agreed} of ${all}\t${(100 * agreed / all).toFixed(3)} %`);
}
[...misses].sort((a, b) => b[1].count - a[1].count).slice(0, Number(show))
  .forEach(([key, { count: n, where }]) => console.log(`${n}\t${key}\t${where}`));
