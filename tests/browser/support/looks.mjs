// What is looked at on every page, and in every state of one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What axe has against the page as it is: WCAG 2.2 AA and its own best practices.
export async function findings(page) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    tags,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

// What sticks out on either side, and how wide the page therefore is.
export const overflow = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const isClipped = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };
  const isOut = (element) => {
    const { left, right, width: size } = element.getBoundingClientRect();
    return size > 1 && (right > width + 1 || left < -1) && !isClipped(element);
  };
  const out = [...document.body.querySelectorAll('*')].filter(isOut);
  return {
    excess: Math.max(0, document.documentElement.scrollWidth - width),
    out: out.map((element) => `${element.tagName} ${element.className}`),
  };
});

export const fits = { excess: 0, out: [] };
