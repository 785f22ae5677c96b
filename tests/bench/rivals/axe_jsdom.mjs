// SPDX-License-Identifier: Apache-2.0
// axe-core on jsdom, as unit tests use it: node axe_jsdom.mjs FILE…
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { JSDOM, VirtualConsole } from 'jsdom';

let violations = 0;
for (const file of process.argv.slice(2)) {
  const { window } = new JSDOM(readFileSync(file), {
    runScripts: 'outside-only', // of axe-core, not of the page
    virtualConsole: new VirtualConsole(), // keeps what jsdom says of style sheets to itself
  });
  window.eval(axe.source);
  try {
    const result = await window.axe.run(window.document);
    for (const rule of result.violations) violations += rule.nodes.length;
  } catch (error) {
    console.error(`${file}: ${error.message}`);
  }
  window.close();
}
console.log(`${violations} elements with violations`);
