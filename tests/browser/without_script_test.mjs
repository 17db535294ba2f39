// Without JavaScript no dead control is shown, and all else works.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open } from './support/browser.mjs';
import { hasKind, kinds } from './support/pages.mjs';

const off = { javaScriptEnabled: false, viewport: desk };

for (const [kind, { longest: { address } }] of kinds) {
  test(`a page of kind ${kind} shows no dead control`, () => open(address, off, async (page, notes) => {
    for (const control of await page.locator('button, input, select, textarea').all()) {
      // A form that leads somewhere works by itself.
      const isLive = await control.evaluate((one) => Boolean(one.form?.getAttribute('action')));
      assert.equal(isLive || !(await control.isVisible()), true, `${address}: ${await control.evaluate((one) => one.outerHTML)}`);
    }
    assert.ok(await page.locator('h1, h2').first().isVisible());
    assert.deepEqual(notes, []);
  }));
}

test('every initiative is reached from the home page', () => open('/', off, async (page) => {
  await Promise.all([page.waitForNavigation(), page.locator('.card-title a').first().click()]);
  assert.equal(await page.locator('body.page-initiative').count(), 1);
}));

test('the search page offers lists instead', { skip: !hasKind('search') }, () => open('/search/', off, async (page) => {
  assert.ok(await page.locator('main a:visible').count() > 5);
  assert.equal(await page.locator('main input:visible').count(), 0);
}));

test('the comparison says what it needs', { skip: !hasKind('compare') }, () => open('/compare/', off, async (page) => {
  assert.ok(await page.locator('main noscript p').first().isVisible());
}));
