// The language switch leads to the same page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './support/browser.mjs';
import { kinds, pages } from './support/pages.mjs';

const main = pages.find(({ address }) => address === '/').language;
const others = [...new Set(pages.map(({ language }) => language))].filter((code) => code !== main);

// Many languages are folded into a menu.
async function goTo(page, code) {
  const link = page.locator(`.languages a[hreflang="${code}"]`);
  if (!(await link.isVisible())) await page.locator('.language-menu summary').click();
  await Promise.all([page.waitForNavigation(), link.click()]);
}

for (const [kind, { first: { address } }] of kinds) {
  if (kind === 'not_found' || kind === 'embed') continue;
  test(`a page of kind ${kind} is one click away in each other language`, { skip: others.length === 0 }, () =>
    open(address, {}, async (page) => {
      for (const code of others) {
        await goTo(page, code);
        assert.equal(new URL(page.url()).pathname, `/${code}${address}`);
        assert.equal(await page.evaluate(() => document.documentElement.lang), code);
        assert.match(await page.evaluate(() => document.body.className), new RegExp(`^page-${kind}( |$)`));
        await goTo(page, main);
        assert.equal(new URL(page.url()).pathname, address);
      }
    }));
}

for (const [address, chosen] of [['/', '?country=fr&sort=title'], ['/search/', '?q=city&country=fr']]) {
  test(`what is chosen at ${address} is chosen in the other language too`, { skip: others.length === 0 }, () =>
    open(address + chosen, {}, async (page) => {
      await goTo(page, others[0]);
      assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, `/${others[0]}${address}${chosen}`);
      assert.equal(await page.inputValue('main select[name="country"]'), 'fr');
    }));
}
