// The whole catalogue can be searched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, url } from './support/browser.mjs';
import { hasKind } from './support/pages.mjs';

const options = { skip: !hasKind('search') };
const results = (page) => page.locator('main [data-results] a:visible, main .results a:visible').allTextContents();
const settled = (page, text) => page.waitForFunction(
  (wanted) => document.querySelector('main').textContent.includes(wanted), text);

test('a question in the address is answered', options, () => open('/search/?q=lamppost', {}, async (page, notes) => {
  await settled(page, 'Humble Lamppost');
  assert.match((await results(page))[0], /Humble Lamppost/);
  assert.equal(await page.inputValue('main input[name="q"]'), 'lamppost');
  assert.ok(await page.locator('main mark').count() > 0);
  assert.deepEqual(notes, []);
}));

test('the last word may be unfinished, case and diacritics do not matter', options, () => open('/search/', {}, async (page) => {
  await page.fill('main input[name="q"]', 'HÚMBLE lamppo');
  await page.keyboard.press('Enter');
  await settled(page, 'Humble Lamppost');
  assert.equal(new URL(page.url()).searchParams.get('q'), 'HÚMBLE lamppo');
}));

test('what is not there is said', options, () => open('/search/?q=xyzzyqwert', {}, async (page) => {
  await settled(page, 'Nothing was found');
  assert.equal(await page.locator('.result').count(), 0);
  assert.ok(await page.locator('main .ways a').first().isVisible(), 'the lists are offered instead');
  await page.fill('main input[name="q"]', 'lamppost');
  await page.waitForSelector('.result');
  assert.equal(await page.locator('main .ways a').first().isVisible(), false);
}));

test('results are filtered by cluster', options, () => open('/search/?q=city', {}, async (page) => {
  await settled(page, 'Results');
  const all = await results(page);
  await page.goto(url('/search/?q=city&cluster=citizen-focus'));
  await settled(page, 'Results');
  const some = await results(page);
  assert.ok(some.length > 0 && some.length < all.length);
}));

test('the first question costs at most 60 KB', options, () => open('/search/', {}, async (page) => {
  const requests = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.fill('main input[name="q"]', 'smart');
  await page.keyboard.press('Enter');
  await settled(page, 'Results');
  await page.waitForTimeout(300);
  let bytes = 0;
  for (const request of requests) bytes += (await request.sizes()).responseBodySize;
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
}));
