// From the home page to a page that `lamppost check` passes, whatever is written into the form.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { desk, open, phone, url } from './support/browser.mjs';
import { findings, overflow, fits } from './support/looks.mjs';
import { hasKind } from './support/pages.mjs';
import { checked, control, dice, empty, errorsOf, field, fillIn, finish, lamppost, openForm, program, withPages } from './support/proposals.mjs';

const options = { skip: !hasKind('contribute') || (!program && 'LAMPPOST names no program') };
const least = { title: 'Bench of the Future', cluster: 'citizen-focus', goal: 'A place to sit in every street' };

async function focusWith(page, key, isThere) {
  for (let stop = 0; stop < 200; ++stop) {
    await page.keyboard.press(key);
    if (await page.evaluate(isThere)) return;
  }
  assert.fail(`not reached with ${key}: ${isThere}`);
}
const tabTo = (page, name) => focusWith(page, 'Tab', `document.activeElement.closest('[data-field="${name}"]') !== null`);

test('keyboard only, from the home page to a file that check passes', options, () => open('/', { acceptDownloads: true }, async (page, notes) => {
  const began = Date.now();
  await focusWith(page, 'Tab', () => document.activeElement.closest('.invitation a') !== null);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.waitForSelector('.proposal-form');
  await tabTo(page, 'title');
  await page.keyboard.type('Benches for “everyone” \\ "today"', { delay: 20 });
  await tabTo(page, 'cluster');
  await page.keyboard.type('Citizen', { delay: 20 });
  await tabTo(page, 'goal');
  await page.keyboard.type('A place to sit at most 100 metres from every door', { delay: 20 });
  await tabTo(page, 'text');
  await page.keyboard.type('## About\n\nBenches are *where* a street begins.', { delay: 20 });
  await tabTo(page, 'topics');
  await page.keyboard.type('Public space', { delay: 20 });
  await page.keyboard.press('Enter');
  await tabTo(page, 'countries');
  await page.keyboard.type('Portugal', { delay: 20 });
  await focusWith(page, 'Tab', () => document.activeElement.closest('.field-add')?.querySelector('button') === document.activeElement);
  await page.keyboard.press('Space');
  await tabTo(page, 'website');
  await page.keyboard.type('benches.example.eu', { delay: 20 });
  await page.keyboard.press('Enter'); // sends the form
  await page.waitForSelector('.proposal-errors:not([hidden])');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.proposal-errors')), 'the summary has the focus');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // leads to the field
  assert.equal(await page.evaluate(() => document.activeElement.closest('[data-field]')?.dataset.field), 'website');
  await page.keyboard.press('Home');
  await page.keyboard.type('https://', { delay: 20 });
  await page.keyboard.press('Enter');
  await page.waitForSelector('.proposal-result:not([hidden])');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.proposal-result')), 'the result has the focus');
  await focusWith(page, 'Tab', () => document.activeElement.matches('[data-result="download"]'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const taken = Date.now() - began;
  assert.equal(download.suggestedFilename(), 'benches-for-everyone-today.md');
  const text = readFileSync(await download.path(), 'utf8');
  assert.match(text, /^title = "Benches for “everyone” \\\\ \\"today\\""$/m);
  assert.match(text, /^countries = \["PT"\]$/m);
  assert.deepEqual(checked({ 'benches-for-everyone-today.md': text })['benches-for-everyone-today.md'], []);
  assert.deepEqual(notes, []);
  assert.ok(taken < 120_000, `${taken} ms`);
  console.log(`from the home page to the file: ${(taken / 1000).toFixed(1)} s`);
}));

// ---- whatever is written: what the form lets through, check passes ----

const odd = ['"', '\\', '\\"', '+++', '\n+++\n', '"""', "'''", '#', '[x]', '= 1', '${x}', '<script>alert(1)</script>', '\t', '\r\n', 'é', 'ſ', 'İ', 'ß',
  '💡', '\u202e', '\u200b', '\u00a0', '\ufeff', '\u2028', 'ﬁ', '中文', 'Ωραία', 'Łódź', '\\u0041', '\\n', '{', '}', '%', '&amp;', '`', '|'];
const wrong = ['\u0000', '\u0007', '\u007f', '\u0085', '\ufffe', '\ud800', '\u{1ffff}', '\ufdd0'];
const markdown = ['Words.', '## A heading', '# One', '#### Deep', '- a\n- b', '> quoted', '| a | b |\n| - | - |\n| 1 | 2 |', '```\ncode [x](y)\n```', '+++', '---',
  '[out](https://example.eu/)', '[mail](mailto:a@example.eu)', '![picture](https://example.eu/a.png)', '<https://example.eu/>', 'www.example.eu', '[^1]\n\n[^1]: A note.',
  '<b>bold</b>', '<!-- gone -->', 'a\\\nb', '~~no~~', '- [ ] to do', '[x]: https://example.eu/', '&copy; &#1;', '*a* _b_ `c`', '1. x\n   1. y'];
const wrongMarkdown = ['[in](../clusters/x.md)', '[in](x.md#y)', '[at](/clusters/)', '[to](#nowhere)', '![p](a.png)', '[f](<a b.pdf>)', '[r][r]\n\n[r]: x.md', '> [q]:\n> gone.md\n\n[q]',
  '[e]()', '[js](javascript:alert(1))', '[s](//example.eu/x)', '[h](http:x)', '[n](\n gone)', '[x](&#46;/y)', '[t](https:)', '[u]( <>)', '[[a](b)](c)', '[^a b]\n\n[^a b]: /x'];
const addresses = ['https://example.eu/', 'HTTP://EXAMPLE.EU', 'https://münchen.example/ä?b=c#d', 'https://a@b.example:80/', 'https://[::1]/', 'https://x'];
const wrongAddresses = ['example.eu', 'www.example.eu/a b', '//example.eu', 'ftp://example.eu/', 'https://', 'https:///x', 'https://.x', 'https://a..b/', 'https://example.eu/ x', 'https://example.eu/<',
  'mailto:a@example.eu', 'x', 'https:example.eu', 'javascript:alert(1)', 'https://example.eu/"', 'https://a\u200bb.example/', 'https://@/', 'https://:80/', ':x', 'a:b', 'http://'];
const emails = ['office@example.eu', 'a.b+c@sub.example.org', 'ä@example.eu'];
const wrongEmails = ['office', 'a@b', 'a@b@c.eu', 'mailto:office@example.eu', 'mailto:x', 'a b@example.eu', 'a@.eu', 'a@b..eu', '<a@b.eu>', 'a@b.e1', '@example.eu', 'a@example.e'];
const numbers = ['0', '1 000', '18', '007', '+5', '999999999999999'];
const wrongNumbers = ['-1', '1.5', '1,500', '1 0', 'many', '1e3', '0x10', '9999999999999999', '²', '-'];
const decimals = [...numbers, '1.5', '-3', '0.10', '-0', '00.5'];
const wrongDecimals = ['1,5', 'much', '1.', '.5', '1e3', 'inf', '--1', '1_000'];
const dates = ['2026-11-22', '0001-01-01', '9999-12-31', '2024-02-29'];

// Those of the catalogue, and what would have their addresses.
const taken = ['Lighting', 'lighting', 'LIGHTING', 'Lighting!', '\u201cLighting\u201d'];

function textFrom(roll, pool, bad) {
  const pieces = [];
  for (let i = roll.below(4); i >= 0; --i) pieces.push(roll.chance(0.5) ? 'Lamp' : roll.chance(0.04) ? roll.one(bad) : roll.one(pool));
  return pieces.join(roll.one(['', ' ', '-']));
}

function proposal(roll, number) {
  const words = () => (roll.chance(0.02) ? 'x'.repeat(5000) : textFrom(roll, odd, wrong));
  const from = (good, bad) => roll.one(roll.chance(0.04) ? bad : good);
  const maybe = (p, make) => (roll.chance(p) ? make() : undefined);
  const entry = (keys) => Object.fromEntries(Object.entries(keys).map(([key, make]) => [key, maybe(0.8, make)]).filter(([, value]) => value !== undefined));
  const figure = (keys) => maybe(0.4, () => (roll.chance(0.5) ? from(numbers, wrongNumbers) : Array.from({ length: 1 + roll.below(2) }, () => entry(keys))));
  const address = () => from(addresses, wrongAddresses);
  const text = () => Array.from({ length: 1 + roll.below(5) }, () => (roll.chance(0.08) ? roll.one(wrongMarkdown) : roll.chance(0.3) ? textFrom(roll, odd, wrong) : roll.one(markdown))).join('\n\n');
  const all = {
    title: words(), cluster: roll.one(['citizen-focus', 'sustainable-urban-mobility', 'citizen-focus', roll.chance(0.1) ? '' : 'citizen-focus']),
    goal: maybe(0.7, words), summary: maybe(0.3, words), text: maybe(0.7, text),
    topics: maybe(0.5, () => Array.from({ length: 1 + roll.below(3) }, () => (roll.chance(0.1) ? roll.one(taken) : `${words()} ${number}`))), countries: maybe(0.3, () => ['FR', roll.one(['PT', 'FR', 'GB'])]),
    status: roll.one(['planned', 'active', 'completed']), start: maybe(0.3, () => roll.one(dates)), end: maybe(0.3, () => roll.one(dates)), website: maybe(0.4, address),
    members: figure({ name: words, url: address, country: () => 'PT', role: words }),
    documents: figure({ title: words, url: address, date: () => roll.one(dates), language: () => from(['en', 'pt-BR', 'sr-Latn'], ['English', 'EN', 'e']) }),
    projects: figure({ title: words, url: address, cordis: () => from(['691895', '007'], ['H2020', '-1', '1.5']), programme: words }),
    discussions: figure({ title: words, url: address, date: () => roll.one(dates), replies: () => from(numbers, wrongNumbers) }),
    contact: maybe(0.3, () => entry({ name: words, email: () => from(emails, wrongEmails), url: address })),
    target: maybe(0.3, () => entry({ value: () => from(decimals, wrongDecimals), unit: words, by: () => roll.one(dates) })),
    milestones: maybe(0.3, () => [entry({ date: () => roll.one(dates), title: words, value: () => from(decimals, wrongDecimals), url: address })]),
    also_in: maybe(0.2, () => ['sustainable-urban-mobility']),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

test('what the form lets through, check passes: 300 proposals with odd values', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  const roll = dice(20261130);
  const passed = {};
  const values = {};
  let refused = 0;
  for (let i = 0; i < 300; ++i) {
    const file = `proposal-${i}.md`;
    values[file] = proposal(roll, i);
    await empty(page);
    await fillIn(page, { ...values[file], file: `proposal-${i}` });
    const { text, errors } = await finish(page);
    if (text === null) {
      assert.ok(errors.length > 0);
      ++refused;
    } else passed[file] = text;
  }
  assert.ok(Object.keys(passed).length > 90, `only ${Object.keys(passed).length} passed`);
  assert.ok(refused > 60, `only ${refused} were refused`);
  for (const [file, told] of Object.entries(checked(passed))) {
    assert.deepEqual(errorsOf(told).map(({ message }) => message), [], `${JSON.stringify(values[file])}\n${passed[file]}`);
  }
}));

// ---- in the same words, and only where check has something to say ----

const inToml = (text) => `"${[...text].map((c) => (/["\\]/.test(c) ? `\\${c}` : /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(c) ? `\\u${c.codePointAt(0).toString(16).padStart(4, '0')}` : c)).join('')}"`;
const bare = (text) => text;
const cases = [
  ...['', '  ', 'a\u0007b', 'a\ufffeb', '\u202e', '…', 'TODO'].map((value) => ['title', value, inToml]),
  ...[...addresses, ...wrongAddresses].map((value) => ['website', value, inToml]),
  ...[...emails, ...wrongEmails].map((value) => ['contact.email', value, inToml]),
  ...['691895', 'H2020', '-1'].map((value) => ['projects.cordis', value, inToml]),
  ...['en', 'pt-BR', 'english', 'EN', 'pt_br', 'SR-latn', '12'].map((value) => ['documents.language', value, inToml]),
  ...['18', '-1'].map((value) => ['members', value, bare]),
  ...['many', '12 people', '1,500', '12,345,678'].map((value) => ['members', value, inToml]),
  ...['many'].map((value) => ['discussions.replies', value, inToml]),
  ...['much', '1,5', '1,500', '-0,25'].map((value) => ['target.value', value, inToml]),
  ...['?!', 'Licht', '…', 'Ωραία', 'Я'].map((value) => ['topics', value, (text) => `[${inToml(text)}]`]),
  ...[...markdown, ...wrongMarkdown].map((value) => ['text', value]),
];

function pageWith(name, value, written) {
  const lines = { title: '"Bench"', cluster: '"citizen-focus"', goal: '"To sit"' };
  const [key, inner] = name.split('.');
  if (name === 'text') return `+++\ntitle = "Bench"\ncluster = "citizen-focus"\ngoal = "To sit"\n+++\n\n${value}\n`;
  const table = inner && `{ ${key === 'contact' || key === 'target' ? '' : 'title = "x", '}${inner} = ${written(value)} }`;
  lines[key] = inner ? (key === 'contact' || key === 'target' ? table : `[${table}]`) : written(value);
  return `+++\n${Object.entries(lines).map(([k, v]) => `${k} = ${v}\n`).join('')}+++\n`;
}
function inForm(name, value) {
  const [key, inner] = name.split('.');
  if (!inner) return { ...least, [key]: key === 'topics' ? [value] : value };
  return { ...least, [key]: key === 'contact' || key === 'target' ? { [inner]: value } : [{ title: 'x', [inner]: value }] };
}

test('the form says what check says, of the same values', options, () => open('/contribute/', {}, async (page) => {
  const pages = Object.fromEntries(cases.map(([name, value, written], i) => [`case-${i}.md`, pageWith(name, value, written)]));
  const told = checked(pages);
  await openForm(page);
  for (const [i, [name, value]] of cases.entries()) {
    await empty(page);
    await fillIn(page, { ...inForm(name, value), file: `case-${i}` });
    const { errors } = await finish(page);
    const inFormWords = errors.map(({ words }) => words.filter(Boolean).join(': ').replaceAll('`', ''));
    const inCheckWords = errorsOf(told[`case-${i}.md`]).map(({ message, help }) => `${message}: ${help}`.replaceAll('`', ''));
    if (name === 'text') assert.ok(inFormWords.length >= Math.min(inCheckWords.length, 1), `${value}: ${inCheckWords}`);
    else assert.deepEqual(inFormWords, inCheckWords, `${name} = ${JSON.stringify(value)}`);
    if (name === 'text' && markdown.includes(value) && !value.includes('](y)')) assert.deepEqual(inFormWords, [], value);
  }
}));

test('dates out of order, a goal that is too long, a title that is there already are told', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  await fillIn(page, { ...least, start: '2026-02-01', end: '2025-01-01' });
  assert.deepEqual((await finish(page)).errors, [{ field: 'end', words: ['end (2025-01-01) is before start (2026-02-01)', 'put one of the two dates right'] }]);
  await fillIn(page, { start: '', end: '', title: 'The humble lampposts', goal: 'x'.repeat(201), website: '' });
  const { text, advice } = await finish(page);
  assert.notEqual(text, null);
  assert.deepEqual(advice.map(({ words }) => words[0]).sort(), [
    'another initiative is called nearly the same: Humble Lamppost',
    'the goal has 201 characters, and more than 200 are too many for a card',
  ]);
}));

// ---- the name of the file ----

test('the file is named as lamppost new names it, in every alphabet of the EU', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  const titles = ['Smart Benches!', 'Żółta latarnia w Łodzi', 'Große Straße', 'Ευρώπη, αγγεία και Πειραιάς', 'Щастливи улици на Пловдив', 'Cœur de ville – l’éclairage',
    'Sítio d\u2019o futuro', `Long ${'lamppost '.repeat(20)}`, 'x'.repeat(100), '50 % · № 5', 'e\u0301clair'];
  for (const title of titles) {
    await fillIn(page, { ...least, title });
    const { path } = await finish(page);
    const made = withPages({}, (folder) => lamppost(folder, 'new', 'initiative', title, '--cluster', 'citizen-focus').stdout);
    assert.ok(made.includes(path), `${title}: ${path}, ${made}`);
  }
}));

test('a name that is taken is told, and one that is none; a name of one\'s own stays', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  await fillIn(page, { ...least, title: 'Humble Lamppost' });
  assert.match((await finish(page)).errors.find(({ field: name }) => name === 'file').words[0], /“Humble Lamppost”/);
  await fillIn(page, { file: 'My Bench' });
  assert.deepEqual((await finish(page)).errors[0].words, ['My Bench can\'t be the name of a page\'s file', 'write my-bench: lower-case letters from a to z and digits, in groups joined by single hyphens']);
  await fillIn(page, { file: 'my-bench', title: 'Another title' });
  assert.equal((await finish(page)).path, 'content/initiatives/my-bench.md');
  await fillIn(page, { title: '中文', file: '' });
  assert.equal((await finish(page)).errors[0].field, 'file');
}));

// ---- where it goes from there ----

test('the forge opens with the page filled in; a long one falls back to the file and the copy', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  await fillIn(page, { ...least, text: 'A & B + C # D? é\n\n+++\n\n100 %' });
  const { text } = await finish(page);
  const forge = page.locator('[data-result="forge"]');
  const address = new URL(await forge.getAttribute('href'));
  assert.equal(address.origin + address.pathname, 'https://github.com/example/catalogue/new/main');
  assert.equal(address.searchParams.get('filename'), 'content/initiatives/bench-of-the-future.md');
  assert.equal(address.searchParams.get('value'), text);
  assert.equal(await page.locator('[data-result="too-long"]').isVisible(), false);
  await fillIn(page, { text: 'Long enough. '.repeat(600) });
  await finish(page);
  const short = new URL(await forge.getAttribute('href'));
  assert.equal(short.searchParams.get('value'), '');
  assert.equal(short.searchParams.get('filename'), 'content/initiatives/bench-of-the-future.md');
  assert.equal(await page.locator('[data-result="too-long"]').isVisible(), true);
}));

test('GitLab opens with the page filled in as it takes it', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  await page.evaluate(() => {
    document.getElementById('contribute.form').dataset.forge = 'https://gitlab.example.eu/a/b/-/new/main/content/initiatives?file_name={file}&content={text}';
  });
  await fillIn(page, { ...least, text: 'A & B $& {file}' });
  const { text } = await finish(page);
  const address = new URL(await page.locator('[data-result="forge"]').getAttribute('href'));
  assert.equal(address.pathname, '/a/b/-/new/main/content/initiatives');
  assert.equal(address.searchParams.get('file_name'), 'bench-of-the-future.md');
  assert.equal(address.searchParams.get('content'), text);
}));

test('the text can be copied, and says so', options, () => open('/contribute/', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
  await openForm(page);
  await fillIn(page, least);
  const { text } = await finish(page);
  await page.click('[data-result="copy"]');
  await page.waitForFunction(() => document.querySelector('[data-result="copied"]').textContent !== '');
  assert.equal(await page.locator('[data-result="copied"]').textContent(), 'Copied.');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
}));

test('what is changed after finishing changes the result, or takes it away', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  await fillIn(page, least);
  await finish(page);
  await control(page, 'goal').fill('Another goal');
  await page.waitForFunction(() => /Another goal/.test(document.querySelector('[data-result="text"]').textContent));
  await control(page, 'website').fill('nonsense');
  await page.waitForSelector('.proposal-result', { state: 'hidden' });
  assert.equal(await field(page, 'website').locator('.error').count(), 1);
  assert.equal(await control(page, 'website').getAttribute('aria-invalid'), 'true');
}));

// ---- the preview ----

test('the card is shown as it will be', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  await fillIn(page, { ...least, cluster: 'sustainable-urban-mobility', status: 'planned', members: '1', documents: [{ title: 'A' }, { title: 'B' }], countries: ['PT', 'FR'] });
  const card = page.locator('.proposal-preview .card');
  assert.equal(await card.locator('.card-title').textContent(), least.title);
  assert.equal(await card.locator('.card-cluster').textContent(), 'Sustainable Urban Mobility');
  assert.equal(await card.locator('.card-text > :last-child').textContent(), least.goal);
  assert.deepEqual(await card.locator('.figures > div').evaluateAll((all) => all.map((one) => one.textContent)), ['Member1', 'Documents2', 'Projects0', 'Discussions0']);
  assert.equal(await card.locator('.status').textContent(), 'Status Planned');
  assert.deepEqual(await card.locator('.inline-list li').allTextContents(), ['Portugal', 'France']);
}));

// ---- for everyone ----

for (const viewport of [phone, desk]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing in the form with mistakes, entries and a result at ${viewport.width} px, ${colorScheme}`, options, () =>
      open('/contribute/', { viewport, colorScheme }, async (page) => {
        await openForm(page);
        await fillIn(page, { website: 'x', topics: ['Light', '?!'], members: [{ url: 'y' }], contact: { email: 'z' }, milestones: [{ title: 'M' }] });
        await finish(page);
        assert.deepEqual(await findings(page), []);
        assert.deepEqual(await overflow(page), fits);
        await page.goto(url('/contribute/?again'));
        await openForm(page);
        await fillIn(page, { ...least, title: 'Humble lampposts', text: 'x'.repeat(9000) });
        await finish(page);
        await page.locator('.proposal-result summary').click();
        assert.deepEqual(await findings(page), []);
        assert.deepEqual(await overflow(page), fits);
      }));
  }
}

test('errors stand beside their fields, for eyes and for screen readers', options, () => open('/contribute/', {}, async (page) => {
  await openForm(page);
  await finish(page);
  const title = control(page, 'title');
  const notes = (await title.getAttribute('aria-describedby')).split(' ');
  const said = await page.evaluate((ids) => ids.map((id) => document.getElementById(id).textContent).join(' '), notes);
  assert.match(said, /title is empty/);
  assert.equal(await title.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('.proposal-status').textContent(), `Mistakes found: ${await page.locator('.proposal-errors li').count()}`);
  for (const input of await page.locator('.proposal-form :is(input, select, textarea)').all()) {
    const name = await input.evaluate((one) => one.labels?.[0]?.textContent || document.getElementById(one.getAttribute('aria-labelledby'))?.textContent);
    assert.ok(name, await input.evaluate((one) => one.outerHTML));
  }
}));

test('nothing is kept or asked for elsewhere', options, () => open('/contribute/', {}, async (page, notes, context) => {
  await openForm(page);
  await fillIn(page, { ...least, title: 'Łódź' });
  await finish(page);
  assert.deepEqual(notes, []);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
}));

test('where the rules can\'t be loaded the way by hand is told', options, () => open(null, {}, async (page) => {
  await page.route('**/contribute/rules.json', (route) => route.abort());
  await page.goto(url('/contribute/'));
  await page.waitForSelector('.proposal-form');
  await fillIn(page, least);
  await page.locator('.proposal-form').evaluate((form) => form.requestSubmit());
  await page.waitForSelector('.by-hand');
  assert.match(await page.locator('.proposal-status').textContent(), /could not be loaded/);
}));

test('without JavaScript the page has the template that lamppost new writes', options, () => open('/contribute/', { javaScriptEnabled: false }, async (page) => {
  const template = await page.locator('.by-hand pre').textContent();
  const [cluster] = /^cluster = "(.*)"$/m.exec(template).slice(1);
  const written = withPages({}, (folder) => {
    const made = lamppost(folder, 'new', 'initiative', 'Your title here', '--cluster', cluster, '--slug', 'mine');
    assert.equal(made.status, 0, made.stderr);
    return readFileSync(`${folder}/content/initiatives/mine.md`, 'utf8');
  });
  assert.equal(template, written);
  assert.equal(await page.locator('.by-hand a').getAttribute('href'), 'https://github.com/example/catalogue/new/main/content/initiatives');
}));

test('in another language the form has its words, and the messages say that they are English', options, () => open('/fr/contribute/', {}, async (page) => {
  await openForm(page);
  await finish(page);
  assert.equal(await field(page, 'goal').locator('label').textContent(), await page.evaluate(() => document.querySelector('.card .label').textContent));
  assert.equal(await field(page, 'title').locator('.error > span').first().getAttribute('lang'), 'en');
}));
