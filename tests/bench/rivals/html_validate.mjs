// SPDX-License-Identifier: Apache-2.0
// html-validate with its preset for accessibility: node html_validate.mjs FILE…
import { readFileSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const checker = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:a11y'] }));
let messages = 0;
for (const file of process.argv.slice(2)) {
  try {
    const report = await checker.validateString(readFileSync(file, 'utf8'), file);
    messages += report.errorCount + report.warningCount;
  } catch (error) {
    console.error(`${file}: ${error.message}`);
  }
}
console.log(`${messages} messages`);
