// Lists of several pages: nothing is left out, and their filter leads to the search.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const root = new URL('../..', import.meta.url).pathname;
const program = process.env.LAMPPOST ?? join(root, 'build/release/generator/lamppost');
const perPage = 3;
const cluster = 'citizen-focus';

let folder;
let site;

// The real catalogue with few initiatives to a page.
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lamppost-lists-'));
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  const settings = join(folder, 'content/site.toml');
  const text = readFileSync(settings, 'utf8').replace(/^initiatives = \d+/m, `initiatives = ${perPage}`);
  assert.ok(text.includes(`initiatives = ${perPage}\n`));
  writeFileSync(settings, text);
  const run = spawnSync(program, ['-C', folder, '--themes', join(root, 'themes'), 'build', '--quiet'], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  site = await serve(join(folder, 'public'));
});
after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = (address, use, options = {}) => open(address, { home: site.origin, ...options }, use);
const titles = (page) => page.locator('.card-title').allTextContents();
const results = (page) => page.locator('.result h2').allTextContents();
const follow = (page, link) => Promise.all([page.waitForNavigation(), link.click()]);
const path = (page) => new URL(page.url()).pathname;
const found = (page, count) => page.waitForFunction(
  (wanted) => document.querySelector('#search\\.status-line').textContent === `Results: ${wanted}`, count);

for (const address of ['/', `/clusters/${cluster}/`, '/countries/it/']) {
  test(`following "next" from ${address} shows each initiative once`, () => look(address, async (page, notes) => {
    const seen = [];
    for (let number = 1; ; ++number) {
      assert.equal(path(page), number === 1 ? address : `${address}page/${number}/`);
      const shown = await titles(page);
      assert.ok(shown.length > 0 && shown.length <= perPage);
      seen.push(...shown);
      assert.equal(await page.locator('.pagination [aria-current="page"]').textContent(), String(number));
      const next = page.locator('.pagination [rel="next"]');
      if (await next.count() === 0) break;
      await follow(page, next);
    }
    assert.ok(seen.length > perPage);
    assert.equal(new Set(seen).size, seen.length);
    const back = page.locator('.pagination a', { hasText: /^1$/ });
    await follow(page, back);
    assert.equal(path(page), address);
    assert.deepEqual(notes, []);
  }));
}

test('the filter of a cluster of several pages leads to the search within it', () =>
  look(`/clusters/${cluster}/page/2/`, async (page, notes) => {
    assert.equal(await page.locator('.filter select[name="cluster"]').count(), 0);
    await page.fill('.filter [name="q"]', 'budgeting');
    await follow(page, page.locator('.filter button'));
    const asked = new URL(page.url());
    assert.equal(asked.pathname, '/search/');
    assert.equal(asked.searchParams.get('q'), 'budgeting');
    assert.equal(asked.searchParams.get('cluster'), cluster);
    assert.equal(await page.inputValue('select[name="cluster"]'), cluster);
    await page.waitForSelector('.result');
    assert.equal((await results(page))[0], 'Participatory Budgeting for Inclusive Smart Cities and Communities');
    assert.deepEqual(notes, []);
  }));

test('a choice alone finds as many as its count says', () => look('/', async (page) => {
  const text = await page.locator('.filter select[name="country"] option[value="fr"]').textContent();
  const count = Number(/\((\d+)\)$/.exec(text)[1]);
  await page.selectOption('.filter [name="country"]', 'fr');
  await page.selectOption('.filter [name="sort"]', 'title');
  await follow(page, page.locator('.filter button'));
  await found(page, count);
  const shown = await results(page);
  assert.ok(count > 1 && shown.length === Math.min(count, 10));
  assert.deepEqual(shown, [...shown].sort(new Intl.Collator('en').compare));
}));

test('marks go along to the other pages of a list and to the search', () => look('/', async (page) => {
  await page.locator('.card .mark input').first().check();
  const marked = new URL(page.url()).searchParams.get('compare');
  await follow(page, page.locator('.pagination [rel="next"]'));
  assert.equal(new URL(page.url()).searchParams.get('compare'), marked);
  await page.fill('.filter [name="q"]', 'city');
  await follow(page, page.locator('.filter button'));
  assert.equal(new URL(page.url()).searchParams.get('compare'), marked);
  await page.waitForSelector('.result');
  assert.match(await page.locator('.compare-bar [role="status"]').textContent(), /1 of 4/);
}));

test('without JavaScript all pages are there, and no filter', () => look('/', async (page) => {
  assert.equal(await page.locator('.filter').isVisible(), false);
  await follow(page, page.locator('.pagination [rel="next"]'));
  assert.equal(path(page), '/page/2/');
  assert.ok((await titles(page)).length > 0);
}, { javaScriptEnabled: false }));
