// SPDX-License-Identifier: Apache-2.0
// Crawlee with axe-core on the DOM that it makes: node crawlee_axe.mjs URL MOST_PAGES. It may ask as
// often as it likes, keeps nothing on disk and looks at no robots.txt.
import { Configuration, JSDOMCrawler } from '@crawlee/jsdom';
import axe from 'axe-core';

const [start, most] = process.argv.slice(2);
let pages = 0;
let violations = 0;
const crawler = new JSDOMCrawler(
  {
    maxRequestsPerCrawl: Number(most),
    async requestHandler({ window, enqueueLinks }) {
      await enqueueLinks();
      window.eval(axe.source);
      const result = await window.axe.run(window.document, { preload: false });
      for (const rule of result.violations) violations += rule.nodes.length;
      pages += 1;
    },
    runScripts: true, // of axe-core; the pages have none
  },
  new Configuration({ persistStorage: false, logLevel: 'OFF' }),
);
await crawler.run([start]);
console.log(`${pages} pages, ${violations} elements with violations`);
