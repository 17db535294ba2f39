// `lamppost serve` reloads pages as they are written, and shows in them what is wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/looks.mjs';
import { desk, open, phone } from './support/browser.mjs';
import { initiative, serving } from './support/serving.mjs';

const wrong = initiative('Lamp').replace('cluster', 'clutser');
const lamp = 'initiatives/lamp.md';
const dialogOf = (page) => page.locator('lamppost-problems dialog');
const isOpen = (page) => dialogOf(page).waitFor({ state: 'visible' });
const isGone = (page) => page.locator('lamppost-problems').waitFor({ state: 'detached' });
const says = (page, words) => page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor();

// What a page says in the console, save that something is missing, which the tests want, and what
// axe does.
function listenTo(page) {
  const notes = [];
  page.on('console', (message) => {
    if (!/404|Applying inline style/.test(message.text())) notes.push(message.text());
  });
  page.on('pageerror', (error) => notes.push(error.message));
  return notes;
}

// A page of a site that is being served.
const onPage = (use) => serving({}, (site) => open(null, {}, async (page, _notes, context) => {
  const notes = listenTo(page);
  await page.goto(`${site.address}initiatives/lamp/`);
  await use({ ...site, page, context });
  assert.deepEqual(notes, []);
}));

test('an edit comes on the screen by itself, as often as one likes', () => onPage(async ({ page, write }) => {
  for (let number = 0; number < 20; ++number) {
    await write(lamp, initiative(`Lamp ${number}`));
    await says(page, `Lamp ${number}`);
  }
}));

test('more tabs than a browser opens connections follow too', () => onPage(async ({ page, write, address, context }) => {
  const pages = [page];
  for (let number = 0; number < 11; ++number) {
    const tab = await context.newPage();
    await tab.goto(`${address}initiatives/lamp/`);
    pages.push(tab);
  }
  for (const title of ['Second', 'Third']) {
    await write(lamp, initiative(title));
    await Promise.all(pages.map((tab) => says(tab, title)));
  }
}));

test('a mistake is shown over the page with its place, until it is mended', () => onPage(async ({ page, write, said }) => {
  await write(lamp, wrong);
  await isOpen(page);
  const dialog = page.getByRole('dialog', { name: 'The site could not be built' });
  const text = await dialog.innerText();
  for (const words of ['content/initiatives/lamp.md:3:1', 'clutser = "light"', 'did you mean']) {
    assert.ok(text.includes(words), `${words} in ${text}`);
  }
  const message = /error\[unknown-key\]: (.*)/.exec(said())[1];
  assert.ok(text.includes(message), text);
  await says(page, 'Lamp'); // the page below is still there
  await write(lamp, initiative('Mended'));
  await says(page, 'Mended');
  await isGone(page);
}));

test('who has closed it sees it again only when there is something new', () => onPage(async ({ page, write, address }) => {
  await page.getByRole('link').first().focus();
  const focused = await page.evaluate(() => document.activeElement.outerHTML);
  await write(lamp, wrong);
  await isOpen(page);
  await page.keyboard.press('Escape');
  await isGone(page);
  assert.equal(await page.evaluate(() => document.activeElement.outerHTML), focused);
  await page.goto(address); // another page of the same site
  await page.waitForTimeout(500);
  assert.equal(await dialogOf(page).count(), 0);
  await write('initiatives/other.md', wrong);
  await isOpen(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await isGone(page);
}));

test('it can be read by all: axe finds nothing, and it fits a phone', () => onPage(async ({ page, write }) => {
  await write(lamp, `${wrong}\n[a](missing.md) ${'long'.repeat(80)}\n`);
  await isOpen(page);
  for (const viewport of [desk, phone]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await findings(page), [], `${viewport.width} px, ${colorScheme}`);
    }
    const box = await dialogOf(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, JSON.stringify(box));
    assert.ok(await dialogOf(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth));
  }
}));

test('where there is no site yet a page says why, also without JavaScript', async () => {
  const files = { 'site.toml': 'title = \n' };
  for (const javaScriptEnabled of [true, false]) {
    await serving(files, ({ address, write }) => open(null, { javaScriptEnabled }, async (page) => {
      await page.goto(address);
      await says(page, 'The site could not be built');
      assert.match(await page.locator('main').innerText(), /content\/site\.toml:1/);
      if (!javaScriptEnabled) return;
      assert.deepEqual(await findings(page), []);
      await write('site.toml', 'title = "Lamps"\ndescription = "D"\nbase_url = "https://lamps.example.org/catalogue/"\n'
        + 'theme = "marketplace"\ndefault_language = "en"\n[languages.en]\nname = "English"\n');
      // Where the site begins is known only now.
      await page.waitForFunction(() => !document.body || !('lamppost' in document.body.dataset));
    }));
  }
});
