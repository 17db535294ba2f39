// WCAG 2.2 AA and axe's best practices, on every kind of page, light and dark, phone and desk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from './support/browser.mjs';
import { findings } from './support/looks.mjs';
import { kinds } from './support/pages.mjs';

for (const [kind, { longest }] of kinds) {
  test(`axe finds nothing on a page of kind ${kind}`, () => open(longest.address, {}, async (page) => {
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findings(page), [], `${longest.address}, ${viewport.width} px, ${colorScheme}`);
      }
    }
  }));
}
