// Pages fit a phone and large text, weigh little and stay where they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone, url } from './support/browser.mjs';
import { fits, overflow } from './support/looks.mjs';
import { kinds, root } from './support/pages.mjs';
import { serve } from './support/server.mjs';

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

// What moved on the page without being asked: how much of the window, and which parts.
const layoutShifts = (page) => page.evaluate(() => new Promise((done) => {
  const place = ({ x, y }) => `${Math.round(x)},${Math.round(y)}`;
  const moved = ({ node, previousRect, currentRect }) =>
    `${node?.outerHTML?.slice(0, 60) ?? node?.nodeName} from ${place(previousRect)} to ${place(currentRect)}`;
  const found = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) found.push(`${value}: ${sources.map(moved).join('; ')}`);
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(found), 100);
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
        assert.deepEqual(await layoutShifts(page), [], address);
      }));
  }
}

// What has been read stands still while the rest arrives. Pages wait for their server, not for the
// processor: a few at once.
async function visitSlowly(viewport) {
  const slow = await serve(root, { isSlow: true });
  const addresses = [...kinds.values()].map(({ longest: { address } }) => address);
  const shifts = [];
  const visit = (address) => open(address, { home: slow.origin, viewport }, async (page) => {
    for (const shift of await layoutShifts(page)) shifts.push(`${address}: ${shift}`);
  });
  const visitor = async () => {
    while (addresses.length > 0) await visit(addresses.pop());
  };
  try {
    await Promise.all(Array.from({ length: 4 }, visitor));
  } finally {
    await slow.close();
  }
  return shifts;
}

for (const viewport of [phone, desk]) {
  test(`pages that arrive slowly are steady at ${viewport.width} px`, { timeout: 120_000 }, async () => {
    assert.deepEqual(await visitSlowly(viewport), []);
  });
}
