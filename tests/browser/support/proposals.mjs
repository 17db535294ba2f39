// The form for proposals and the real program: filling in the one, asking the other.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const program = process.env.LAMPPOST;
const content = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../../content');

// A copy of the catalogue with further initiatives, while `use` looks at it.
export function withPages(pages, use) {
  const folder = mkdtempSync(join(tmpdir(), 'lamppost-proposals-'));
  try {
    cpSync(content, join(folder, 'content'), { recursive: true });
    for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, 'content/initiatives', name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const lamppost = (folder, ...command) => spawnSync(program, ['-C', folder, ...command], { encoding: 'utf8' });

// What `check` says of the pages, by the names of their files.
export function checked(pages) {
  const found = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  withPages(pages, (folder) => {
    const run = lamppost(folder, 'check', '--format', 'json');
    for (const one of JSON.parse(run.stderr || '{}').diagnostics ?? []) {
      const name = one.file?.split('/').pop();
      if (found[name]) found[name].push(one);
      else if (one.severity === 'error') throw new Error(`${one.file}: ${one.message}`);
    }
  });
  return found;
}
export const errorsOf = (diagnostics) => diagnostics.filter(({ severity }) => severity === 'error');

export const field = (page, name) => page.locator(`[data-field="${name}"]`);
export const control = (page, name) => field(page, name).locator('input, select, textarea').first();

// The form with all that it loads when somebody begins to write.
export async function openForm(page) {
  await page.waitForSelector('.proposal-form');
  await control(page, 'title').focus();
  await page.waitForFunction(() => typeof proposal !== 'undefined' && proposal.isReady());
}

// Takes everything out again, so that the next proposal needs no new page.
export const empty = (page) => page.evaluate(() => {
  const form = document.querySelector('.proposal-form');
  for (const button of form.querySelectorAll('.entries-asked > li > fieldset > button, .chosen button')) button.click();
  for (const control of form.querySelectorAll('input, select, textarea')) {
    if (control.type === 'checkbox') control.checked = false;
    else control.value = '';
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

// Fills in the form as if somebody had typed: texts by the names of their fields; lists of texts for
// topics and countries; objects for tables; lists of objects for entries.
export const fillIn = (page, values) => page.evaluate((all) => {
  const frame = (name, within = document) => within.querySelector(`[data-field="${name}"]`);
  const write = (control, value) => {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const controlOf = (inside) => inside.querySelector('input, select, textarea');
  for (const [name, value] of Object.entries(all)) {
    const inside = frame(name);
    if (typeof value === 'string') write(controlOf(inside), value);
    else if (!Array.isArray(value)) for (const [key, text] of Object.entries(value)) write(controlOf(frame(key, inside)), text);
    else if (name === 'also_in') for (const slug of value) inside.querySelector(`[value="${slug}"]`).click();
    else if (typeof value[0] === 'string') {
      for (const text of value) {
        write(controlOf(inside), text);
        inside.querySelector('.field-add button').click();
      }
    } else {
      for (const entry of value) {
        [...inside.querySelectorAll(':scope > p > button')].at(-1).click();
        const last = [...inside.querySelectorAll('li > fieldset')].at(-1);
        for (const [key, text] of Object.entries(entry)) write(controlOf(frame(key, last)), text);
      }
    }
  }
}, values);

// Asks the form to finish; gives the page's text, or what the form has against it.
export async function finish(page) {
  await page.locator('.proposal-form').evaluate((form) => form.requestSubmit());
  await page.waitForFunction(() => !document.querySelector('.proposal-errors').hidden || !document.querySelector('.proposal-result').hidden);
  return page.evaluate(() => {
    const read = (kind) => [...document.querySelectorAll(`.proposal-form .${kind}`)].map((note) => ({
      field: note.closest('[data-field]').dataset.field, words: note.children.length ? [...note.children].map((one) => one.textContent) : [note.textContent] }));
    const result = document.querySelector('.proposal-result');
    const text = result.hidden ? null : result.querySelector('[data-result="text"]').textContent;
    return { text, path: result.querySelector('[data-result="path"]').textContent, errors: read('error'), advice: read('advice') };
  });
}

// Numbers that are the same in every run.
export function dice(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { below: (n) => Math.floor(next() * n), one: (list) => list[Math.floor(next() * list.length)], chance: (p) => next() < p };
}
