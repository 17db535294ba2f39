// WCAG 2.2 AA and axe's best practices, on every kind of page, light and dark, phone and desk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { desk, open, phone } from './support/browser.mjs';
import { kinds } from './support/pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page) {
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    tags,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

for (const [kind, { longest }] of kinds) {
  test(`axe finds nothing on a page of kind ${kind}`, () => open(longest.address, {}, async (page) => {
    await page.evaluate(axe);
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findings(page), [], `${longest.address}, ${viewport.width} px, ${colorScheme}`);
      }
    }
  }));
}
