// Pages fit a phone and large text, weigh little and stay where they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone, url } from './support/browser.mjs';
import { fits, overflow } from './support/looks.mjs';
import { kinds } from './support/pages.mjs';

for (const [kind, { longest: { address } }] of kinds) {
  test(`a page of kind ${kind} fits a phone, and with text at 200% phone and desk`, () =>
    open(address, { viewport: phone }, async (page, notes, context) => {
      assert.deepEqual(await overflow(page), fits, `${address}, ${phone.width} px`);
      const session = await context.newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      for (const viewport of [phone, desk]) {
        await page.setViewportSize(viewport);
        assert.deepEqual(await overflow(page), fits, `${address}, ${viewport.width} px, large text`);
      }
    }));
}

async function firstVisit(page, address) {
  const requests = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(url(address), { waitUntil: 'load' });
  await page.waitForTimeout(300);
  let bytes = 0;
  for (const request of requests) bytes += (await request.sizes()).responseBodySize;
  return { bytes, count: requests.length };
}

const layoutShift = (page) => page.evaluate(() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 100);
}));

for (const [kind, { longest: { address } }] of kinds) {
  for (const viewport of [phone, desk]) {
    test(`a first visit to a page of kind ${kind} is light and steady at ${viewport.width} px`, () =>
      open(null, { viewport }, async (page) => {
        const { bytes, count } = await firstVisit(page, address);
        if (kind !== 'search') {
          assert.ok(bytes <= 30_000, `${address}: ${bytes} bytes`);
          assert.ok(count <= 4, `${address}: ${count} requests`);
        }
        assert.equal(await layoutShift(page), 0, address);
      }));
  }
}
