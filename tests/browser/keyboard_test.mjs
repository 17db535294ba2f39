// Everything that can be used is reached with Tab, seen to be, and left again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from './support/browser.mjs';
import { kinds } from './support/pages.mjs';

// Notes every stop: which element it is, whether it is in sight and shows that it has the focus.
function watch() {
  const usable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const isUsable = (element) =>
    element.checkVisibility({ checkVisibilityCSS: true }) && !element.disabled && element.tabIndex >= 0 && !element.closest('[inert]');
  const expected = [...document.querySelectorAll(usable)].filter(isUsable);
  const name = (element) => `${element.tagName} ${element.id || element.href || element.name || ''} ${element.textContent.trim().slice(0, 40)}`;

  const hasRing = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) return true;
    }
    return false;
  };
  // Nothing lies over all of it: WCAG 2.2, 2.4.11.
  const isInSight = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return false;
    const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1);
    const over = document.elementFromPoint(x, y);
    return !over?.closest('.compare-bar') || Boolean(element.closest('.compare-bar'));
  };

  const reached = new Set();
  const wrong = [];
  const look = (element) => {
    if (!element.matches(':focus-visible')) wrong.push(`no :focus-visible: ${name(element)}`);
    if (!hasRing(element)) wrong.push(`no ring: ${name(element)}`);
    if (!isInSight(element)) wrong.push(`out of sight: ${name(element)}`);
  };
  document.addEventListener('focusin', ({ target }) => {
    if (reached.has(target)) return;
    reached.add(target);
    requestAnimationFrame(() => document.activeElement === target && look(target));
  });
  globalThis.lookAtStops = () => ({
    missed: expected.filter((element) => !reached.has(element)).map(name),
    wrong,
  });
  // A date has a stop for its day, month, year and calendar.
  return expected.length + 3 * expected.filter(({ type }) => type === 'date').length;
}

for (const [kind, { longest: { address } }] of kinds) {
  for (const viewport of [phone, desk]) {
    test(`a page of kind ${kind} can be used with the keyboard at ${viewport.width} px`, () =>
      open(address, { viewport }, async (page) => {
        const count = await page.evaluate(watch);
        for (let stop = 0; stop < count + 2; ++stop) await page.keyboard.press('Tab');
        assert.deepEqual(await page.evaluate(() => globalThis.lookAtStops()), { missed: [], wrong: [] }, address);
      }));
  }
}

for (const viewport of [phone, desk]) {
  test(`the bar of marks covers nothing that has the focus at ${viewport.width} px`, () =>
    open('/?compare=humble-lamppost', { viewport }, async (page) => {
      await page.waitForSelector('.compare-bar.is-open');
      const count = await page.evaluate(watch);
      for (let stop = 0; stop < count + 2; ++stop) await page.keyboard.press('Tab');
      assert.deepEqual(await page.evaluate(() => globalThis.lookAtStops()), { missed: [], wrong: [] });
    }));
}

test('the first stop leads past the menu', () => open('/', {}, async (page) => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main.content');
}));
