// Lists are filtered and sorted where they stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, phone, url } from './support/browser.mjs';
import { kinds } from './support/pages.mjs';

const titles = (page) => page.locator('.card:visible .card-title').allTextContents();
const said = (page, text) => page.waitForFunction(
  (wanted) => document.querySelector('.filter [role="status"]').textContent.includes(wanted), text);
const query = (page) => new URL(page.url()).search;

test('words are found without regard to case and diacritics', () => open('/', {}, async (page) => {
  const all = (await titles(page)).length;
  await page.fill('[name="q"]', 'HÚMBLE lamp');
  assert.deepEqual(await titles(page), ['Humble Lamppost']);
  await said(page, `Shown: 1 of ${all}`);
  assert.equal(query(page), '?q=H%C3%9AMBLE+lamp');
  await page.fill('[name="q"]', 'no such words');
  assert.deepEqual(await titles(page), []);
  await said(page, 'No initiative matches');
  assert.equal(await page.locator('.cluster-section:visible').count(), 0);
}));

test('choices narrow each other down, with their counts', () => open('/', {}, async (page) => {
  const countOf = (name, value) => page.locator(`select[name="${name}"] option[value="${value}"]`)
    .textContent().then((text) => Number(/\((\d+)\)$/.exec(text)[1]));
  const before = await countOf('cluster', 'sustainable-urban-mobility');
  await page.selectOption('[name="country"]', 'fr');
  const french = await titles(page);
  assert.ok(french.includes('Humble Lamppost') && french.length < 10);
  const after = await countOf('cluster', 'sustainable-urban-mobility');
  assert.ok(after < before);
  await page.selectOption('[name="cluster"]', 'sustainable-urban-mobility');
  assert.equal((await titles(page)).length, after);
  assert.equal(await page.locator('.cluster-section:visible').count(), 1);
}));

test('the address restores what was chosen, and clearing gives all again', () =>
  open('/?country=fr&sort=title', {}, async (page) => {
    const shown = await titles(page);
    assert.deepEqual(shown, [...shown].sort(new Intl.Collator('en').compare));
    assert.equal(await page.inputValue('[name="country"]'), 'fr');
    await page.click('.filter [type="reset"]');
    assert.equal(query(page), '');
    assert.ok((await titles(page)).length > shown.length);
    assert.equal(await page.locator('.filter [type="reset"]').isVisible(), false);
    // What an address should not say is as if it were not said.
    await page.goto(url('/?cluster=%22%3E&sort=length&status=none'));
    assert.ok((await titles(page)).length > shown.length);
  }));

test('lists are sorted by title, newest and members, and put back in order', () => open('/', {}, async (page) => {
  const order = await titles(page);
  await page.selectOption('[name="sort"]', 'members');
  const members = await page.locator('.card:visible').evaluateAll((all) => all.map(({ dataset }) => Number(dataset.members)));
  assert.deepEqual(members, [...members].sort((a, b) => b - a));
  await page.selectOption('[name="sort"]', 'newest');
  const dates = await page.locator('.card:visible').evaluateAll((all) => all.map(({ dataset }) => dataset.updated ?? ''));
  assert.deepEqual(dates, [...dates].sort().reverse());
  await page.selectOption('[name="sort"]', '');
  assert.deepEqual(await titles(page), order);
}));

for (const kind of ['cluster', 'topic', 'country', 'project']) {
  const address = kinds.get(kind)?.longest.address;
  const hasFilter = kinds.get(kind)?.longest.html.includes('data-filter');
  test(`a page of kind ${kind} is filtered in place`, { skip: !hasFilter }, () =>
    open(address, { viewport: phone }, async (page) => {
      const all = await titles(page);
      await page.fill('[name="q"]', all.at(-1));
      assert.ok((await titles(page)).includes(all.at(-1)));
      assert.ok((await titles(page)).length < all.length);
    }));
}
