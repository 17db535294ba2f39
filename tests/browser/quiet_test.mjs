// No message in the console, nothing from elsewhere, nothing kept: on any page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, url } from './support/browser.mjs';
import { pages } from './support/pages.mjs';

const kept = (page) => page.evaluate(async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
}));
const nothing = { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 };

test('no page says, fetches or keeps what it should not', () => open(null, {}, async (page, notes, context) => {
  for (const { address, kind } of pages) {
    if (kind === 'redirect') continue;
    await page.goto(url(address), { waitUntil: 'load' });
    assert.deepEqual(notes, [], address);
    assert.deepEqual(await kept(page), nothing, address);
  }
  assert.deepEqual(await context.cookies(), []);
}));
