// Initiatives side by side. Which ones stands in the page's address; what is shown of each comes
// from its index.json, and is put in as text only.
(() => {
  'use strict';

  const most = 4;
  const page = document.querySelector('.comparison');
  const table = page.querySelector('table');
  const region = page.querySelector('.comparison-table');
  const status = page.querySelector('[role="status"]');
  const form = page.querySelector('form');
  const names = page.querySelector('[data-names]');
  const words = page.dataset;

  const language = document.documentElement.lang;
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  // The pages write the day first, as Europe does.
  const dates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
  const isSlug = (text) => /^[\w-]+$/.test(text);

  let slugs = [];
  const known = new Map(); // what has been loaded, by slug

  // ---- cells ----

  function element(tag, text, attributes = {}) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  // What the initiative's own page says, in its language.
  const written = (tag, text, from) =>
    element(tag, text, from.language && from.language !== language ? { lang: from.language, dir: 'auto' } : {});

  function time(iso) {
    const day = new Date(`${iso}T00:00:00Z`);
    return element('time', Number.isNaN(day.valueOf()) ? iso : dates.format(day), { datetime: iso });
  }

  // A link to what the page knows by that name, else the name itself.
  function named(kind, value) {
    const entry = [...names.children].find((one) => one.dataset[kind] === value);
    const inside = entry?.firstElementChild;
    return inside ? inside.cloneNode(true) : document.createTextNode(entry?.textContent ?? value);
  }

  function listed(items) {
    const list = element('ul', undefined, { class: 'inline-list' });
    for (const item of items) {
      const entry = element('li');
      entry.append(item);
      list.append(entry);
    }
    return list;
  }

  function website(address) {
    const url = URL.canParse?.(address) === false ? null : new URL(address);
    if (!url || !/^https?:$/.test(url.protocol)) return null;
    return element('a', url.host.replace(/^www\./, ''), { href: url.href });
  }

  function target({ value, unit, by }, from) {
    const all = element('span', numbers.format(value));
    if (unit) all.append(' ', written('span', unit, from));
    if (by) all.append(` ${words.by} `, time(by));
    return all;
  }

  const cells = {
    goal: (one) => one.goal && written('span', one.goal, one),
    cluster: (one) => one.cluster && named('cluster', one.cluster),
    status: (one) => {
      const shown = element('span', undefined, { class: `status status-${one.status}` });
      shown.append(named('status', one.status));
      return shown;
    },
    countries: (one) => one.countries.length > 0 && listed(one.countries.map((code) => named('country', code))),
    topics: (one) => one.topics.length > 0 && listed(one.topics.map((name) => document.createTextNode(name))),
    start: (one) => one.start && time(one.start),
    end: (one) => one.end && time(one.end),
    target: (one) => one.target && target(one.target, one),
    updated: (one) => one.updated && time(one.updated),
    website: (one) => one.website && website(one.website),
  };
  for (const figure of ['members', 'documents', 'projects', 'discussions']) {
    cells[figure] = (one) => element('span', numbers.format(one[figure].count), { class: 'number' });
  }

  // ---- the table ----

  const addressOf = (slug) => `${words.home}initiatives/${slug}/`;

  function heading(slug) {
    const one = known.get(slug);
    const cell = element('th', undefined, { scope: 'col' });
    const link = one ? written('a', one.title, one) : element('a', slug);
    link.href = addressOf(slug);
    const remove = element('button', '×', { type: 'button', 'aria-label': `${words.remove}: ${link.textContent}`, title: words.remove });
    remove.addEventListener('click', () => change(slugs.filter((other) => other !== slug), true));
    cell.append(link, remove);
    return cell;
  }

  function fillRow(row) {
    while (row.children.length > 1) row.lastElementChild.remove();
    let hasSome = false;
    for (const slug of slugs) {
      const one = known.get(slug);
      const content = one && cells[row.dataset.row](one);
      const cell = element('td');
      if (content) cell.append(content);
      else cell.append(element('span', '–', { class: 'nothing', 'aria-hidden': 'true' }));
      hasSome ||= Boolean(content);
      row.append(cell);
    }
    row.hidden = !hasSome;
  }

  function showTable() {
    const head = table.tHead.rows[0];
    while (head.cells.length > 1) head.lastElementChild.remove();
    for (const slug of slugs) head.append(heading(slug));
    for (const row of table.tBodies[0].rows) fillRow(row);
    region.hidden = slugs.length === 0;
  }

  function showRest(hasFailed) {
    const isEmpty = slugs.length === 0;
    document.querySelector('[data-comparison="empty"]').hidden = !isEmpty;
    page.querySelector('[data-comparison="address"]').hidden = isEmpty;
    const isFull = slugs.length >= most;
    if (form) {
      form.hidden = isFull;
      for (const option of form.querySelectorAll('option')) option.disabled = slugs.includes(option.value);
      const select = form.querySelector('select');
      if (select.selectedOptions[0]?.disabled || select.selectedIndex < 0) {
        select.selectedIndex = [...select.options].findIndex((option) => !option.disabled);
      }
    }
    const count = words.marked.replace('{n}', numbers.format(slugs.length)).replace('{count}', numbers.format(most));
    status.textContent = hasFailed ? words.failed : isEmpty ? '' : count;
  }

  // ---- the address ----

  function read() {
    const asked = new URLSearchParams(location.search).get('i') ?? '';
    slugs = [...new Set(asked.split(',').filter(isSlug))].slice(0, most);
  }

  function putInAddress() {
    const address = new URL(location.href);
    address.searchParams.delete('i');
    address.search = slugs.length ? `?i=${slugs.join(',')}` : '';
    if (address.href !== location.href) history.replaceState(history.state, '', address);
    // The same comparison in the other languages, the same marks in the lists.
    for (const link of document.querySelectorAll('.languages a')) link.search = address.search;
    for (const link of document.querySelectorAll('.breadcrumbs li:first-child a, .menu li:first-child a')) {
      link.search = slugs.length ? `?compare=${slugs.join(',')}` : '';
    }
  }

  async function load(slug) {
    if (known.has(slug)) return true;
    const answer = await fetch(`${addressOf(slug)}index.json`).catch(() => null);
    const one = answer?.ok ? await answer.json().catch(() => null) : null;
    if (one) known.set(slug, one);
    return Boolean(one);
  }

  async function show() {
    const wanted = slugs;
    putInAddress();
    if (wanted.some((slug) => !known.has(slug))) status.textContent = words.loading;
    const loaded = await Promise.all(wanted.map(load));
    if (wanted !== slugs) return; // changed meanwhile
    showTable();
    showRest(loaded.includes(false));
  }

  async function change(wanted, wasRemoved = false) {
    slugs = wanted;
    await show();
    if (!wasRemoved) return;
    const next = table.tHead.querySelector('button') ?? form?.querySelector('select');
    next?.focus();
  }

  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const { value } = form.querySelector('select');
    if (value && !slugs.includes(value) && slugs.length < most) {
      change([...slugs, value]).then(() => { if (form.hidden) region.focus(); });
    }
  });
  addEventListener('popstate', () => { read(); show(); });
  read();
  show();
})();
