// Initiatives are marked in lists and shown side by side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone, url } from './support/browser.mjs';
import { hasKind } from './support/pages.mjs';

const options = { skip: !hasKind('compare') };
const boxes = (page) => page.locator('.card .mark input');
const barText = (page) => page.locator('.compare-bar [role="status"]').textContent();
const heads = (page) => page.locator('.comparison-table thead th a').allTextContents();
const row = (page, name) => page.locator(`tr[data-row="${name}"] td`).allTextContents();

test('up to four are marked with the keyboard; the address says which', options, () => open('/', {}, async (page) => {
  for (let i = 0; i < 4; ++i) {
    await boxes(page).nth(i).focus();
    await page.keyboard.press('Space');
  }
  assert.equal(await barText(page), 'Marked for comparison: 4 of 4');
  await boxes(page).nth(4).focus();
  await page.keyboard.press('Space');
  assert.equal(await boxes(page).nth(4).isChecked(), false);
  assert.match(await barText(page), /Four initiatives are marked already/);
  const asked = new URL(page.url()).searchParams.get('compare').split(',');
  assert.equal(asked.length, 4);
  await page.reload();
  assert.equal(await page.locator('.card .mark input:checked').count(), 4);
  await page.click('.compare-bar a');
  await page.waitForSelector('.comparison-table thead th a');
  assert.equal(new URL(page.url()).searchParams.get('i'), asked.join(','));
  assert.equal((await heads(page)).length, 4);
}));

test('marks go along to other lists and can be cleared', options, () => open('/?compare=humble-lamppost', {}, async (page) => {
  await Promise.all([page.waitForNavigation(), page.locator('.cluster-section h2 a').first().click()]);
  assert.equal(new URL(page.url()).searchParams.get('compare'), 'humble-lamppost');
  assert.match(await barText(page), /1 of 4/);
  await page.click('.compare-bar button');
  assert.equal(new URL(page.url()).search, '');
  assert.equal(await page.locator('.compare-bar a').isVisible(), false);
}));

test('results are marked as cards are, and stay so', options, () => open('/search/?q=city', {}, async (page, notes) => {
  const marks = page.locator('.result .mark input');
  await marks.first().waitFor();
  const slugs = [];
  for (let i = 0; i < 2; ++i) {
    slugs.push(await marks.nth(i).inputValue());
    await marks.nth(i).focus();
    await page.keyboard.press('Space');
  }
  assert.equal(await barText(page), 'Marked for comparison: 2 of 4');
  const name = await marks.first().evaluate((box) => box.labels[0].textContent.trim());
  assert.equal(name, `Compare: ${await page.locator('.result h2').first().textContent()}`);
  assert.equal(new URL(page.url()).search, `?q=city&compare=${slugs.join(',')}`);
  // Another question: what was marked stays, and is marked where it is found again.
  await page.fill('main input[name="q"]', 'lampp');
  await page.waitForFunction(() => location.search.startsWith('?q=lampp&compare='));
  await page.fill('main input[name="q"]', 'city');
  await page.waitForFunction(() => document.querySelectorAll('.result .mark input:checked').length === 2);
  assert.equal(await barText(page), 'Marked for comparison: 2 of 4');
  assert.match(await page.locator('.result h2 a').first().getAttribute('href'), new RegExp(`compare=${slugs.join(',')}$`));
  await page.click('.compare-bar a');
  await page.waitForSelector('.comparison-table thead th a');
  assert.equal(new URL(page.url()).searchParams.get('i'), slugs.join(','));
  assert.deepEqual(notes, []);
}));

test('a mark is large enough and not covered by the card', options, () => open('/', { viewport: phone }, async (page) => {
  const mark = page.locator('.card .mark').first();
  const { width, height } = await mark.boundingBox();
  assert.ok(width >= 24 && height >= 24);
  await mark.click();
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal(await boxes(page).first().isChecked(), true);
}));

test('an address leads to a comparison; one is removed, one added', options, () =>
  open('/compare/?i=humble-lamppost,small-giants,humble-lamppost,../../x', {}, async (page, notes) => {
    await page.waitForSelector('.comparison-table thead th a');
    assert.deepEqual(await heads(page), ['Humble Lamppost', 'Small Giants']);
    assert.deepEqual(await row(page, 'members'), ['18', '4']);
    assert.match((await row(page, 'target'))[0], /10,000,000 smart lampposts/);
    await page.locator('thead button').first().click();
    assert.deepEqual(await heads(page), ['Small Giants']);
    assert.equal(new URL(page.url()).search, '?i=small-giants');
    await page.selectOption('.comparison-add select', 'urban-data-platform');
    await page.click('.comparison-add button');
    await page.waitForFunction(() => document.querySelectorAll('thead th').length === 2);
    assert.equal(new URL(page.url()).search, '?i=small-giants,urban-data-platform');
    assert.deepEqual(notes, []);
  }));

test('a comparison is read in the other language', options, () => open('/compare/?i=humble-lamppost', {}, async (page) => {
  await page.waitForSelector('.comparison-table thead th a');
  await Promise.all([page.waitForNavigation(), page.locator('.languages a[hreflang="fr"]').click()]);
  await page.waitForSelector('.comparison-table thead th a');
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/fr/compare/?i=humble-lamppost');
  assert.match(await page.locator('tr[data-row="countries"]').textContent(), /Bulgarie/);
}));

test('what cannot be loaded is said', options, () => open('/compare/', {}, async (page) => {
  await page.goto(url('/compare/?i=no-such-initiative'));
  await page.waitForFunction(() => /could not be loaded/.test(document.querySelector('.comparison [role="status"]').textContent));
}));

for (const viewport of [phone, desk]) {
  test(`a table of four scrolls inside itself at ${viewport.width} px`, options, () =>
    open('/compare/?i=humble-lamppost,small-giants,urban-data-platform,ev4scc', { viewport }, async (page) => {
      await page.waitForSelector('.comparison-table thead th a');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
    }));
}
