// The form for proposals. What it asks for comes from the tables of lamppost, labels and all other
// words from the page's template; proposal.js judges. Nothing is kept or sent: what comes of it is
// a text, to be taken along.
(() => {
  'use strict';

  const { fill, mistake, oneLine, slugFrom } = proposal;
  const place = document.getElementById('contribute.form');
  const links = place.dataset;
  const status = place.querySelector('[role="status"]');
  const language = document.documentElement.lang;

  // ---- fields: each asks for a value, gives it and says what is wrong with it ----

  let part; // the template's content
  let words;
  const listed = (name) => [...part.querySelector(`[data-list="${name}"]`).children];
  const texts = (name) => Object.fromEntries(listed(name).map((item) => [item.dataset.key, item.textContent]));

  function element(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  }
  // What stands between backticks is code. All that lamppost says is in English.
  function said(text) {
    const span = element('span', { lang: 'en', dir: 'ltr' });
    text.split('`').forEach((piece, i) => span.append(i % 2 ? element('code', {}, piece) : piece));
    return span;
  }
  const button = (text, attributes, act) => {
    const made = element('button', { type: 'button', ...attributes }, text);
    made.addEventListener('click', act);
    return made;
  };

  const tell = (changed) => changed.dispatchEvent(new Event('input', { bubbles: true }));
  const inOwnLanguage = ({ lang, dir }) => ({ lang: lang || undefined, dir: dir || undefined });

  let count = 0;

  // The frame around a control: label, help, what is wrong.
  function framed(control, label, { key, hint, isGroup, isRequired = key?.required }) {
    const id = `contribute.${++count}`;
    control.id = id;
    const notes = element('div', { id: `${id}.notes`, class: 'field-notes' });
    const help = hint ?? (key?.help && said(key.help));
    const helpLine = help && element('span', { class: 'hint', id: `${id}.help` }, help);
    control.setAttribute('aria-describedby', `${helpLine ? `${id}.help ` : ''}${id}.notes`);
    const title = [label, ...(isRequired ? [' ', element('span', { class: 'required' }, `(${words.required})`)] : [])];
    if (isRequired) control.setAttribute('aria-required', 'true');
    const line = isGroup ? element('span', { class: 'label', id: `${id}.label` }, ...title) : element('label', { for: id }, ...title);
    if (isGroup) { control.setAttribute('aria-labelledby', `${id}.label`); control.setAttribute('role', 'group'); }
    const frame = element('div', { class: 'field' }, line, ...(helpLine ? [helpLine] : []), control, notes);
    const show = (found, kind) => {
      for (const note of notes.querySelectorAll(`.${kind}`)) note.remove();
      notes.append(...found.map(({ message, help: what, isOwn }) => element('p', { class: kind }, ...(isOwn ? [message] : [said(message), said(what)]))));
    };
    return { frame, control, label, show: (wrong, advice = []) => {
      show(wrong, 'error');
      show(advice, 'advice');
      if (wrong.length) focusable(control).setAttribute('aria-invalid', 'true');
      else focusable(control).removeAttribute('aria-invalid');
    } };
  }
  const focusable = (control) => (control.matches('input, select, textarea') ? control : control.querySelector('input, select, textarea, button') ?? control);

  function controlFor(type, key, isLong) {
    switch (type) {
      case 'cluster':
      case 'choice': {
        const options = listed(type === 'cluster' ? 'clusters' : 'statuses')
          .map((item) => element('option', { value: item.dataset.key, ...inOwnLanguage(item) }, item.textContent));
        return element('select', {}, ...(key.required ? [element('option', { value: '' }, words.choose)] : []), ...options);
      }
      case 'country': return element('select', {}, element('option', { value: '' }, words.choose), ...countries().map(([code, name]) => element('option', { value: code }, name)));
      case 'date': return element('input', { type: 'date', min: '0001-01-01', max: '9999-12-31' });
      case 'figure':
      case 'count': return element('input', { inputmode: 'numeric', size: 8, class: 'short' });
      case 'number': return element('input', { inputmode: 'decimal', size: 14, class: 'short' });
      case 'url': return element('input', { type: 'url', placeholder: 'https://' });
      case 'email': return element('input', { type: 'email' });
      default: return isLong ? element('textarea', { rows: 3 }) : element('input');
    }
  }

  let allCountries;
  function countries() {
    const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
    allCountries ??= data.countries.match(/../g).map((code) => [code, names.of(code) ?? code]).sort(([, a], [, b]) => a.localeCompare(b, language));
    return allCountries;
  }

  // One value in one control.
  function single(key, label, table) {
    const control = controlFor(key.type, key, !table && ['goal', 'summary'].includes(key.name));
    // What a table needs is needed once there is anything in it.
    const field = framed(control, label, { key, isRequired: key.required && (!table || table.startsWith('[[')) });
    const read = () => oneLine(control.value);
    return { ...field, key,
      value: () => {
        const text = read();
        if (!text) return undefined;
        if (key.type === 'date') return { bare: text };
        if (key.type === 'count' || key.type === 'figure') return { bare: proposal.wholeNumber(text) ?? '0' };
        return key.type === 'number' ? { bare: proposal.decimal(text) ?? '0' } : text;
      },
      isEmpty: () => !read() && !control.validity.badInput,
      wrong: () => {
        const text = read();
        if (control.validity.badInput) return [mistake('bad-date', { value: '…' })];
        const values = { key: key.name, table, example: key.example, meaning: key.meaning ?? key.help };
        if (!text) return key.required ? [mistake(table ? 'missing-key.entry' : 'missing-key', values)] : [];
        return [proposal.judge(key.type, key, text)].filter(Boolean);
      } };
  }

  // Several texts or countries: each is added to a list, from which it can be taken again.
  function several(key, label) {
    const isCountry = key.item === 'country';
    const input = isCountry ? controlFor('country', key) : element('input', { list: 'contribute.suggestions' });
    const chosen = element('ul', { class: 'chosen' });
    const values = [];
    const nameOf = (value) => (isCountry ? countries().find(([code]) => code === value)[1] : value);
    function show() {
      chosen.replaceChildren(...values.map((value) => element('li', {}, nameOf(value), button('×', { 'aria-label': `${words.remove}: ${nameOf(value)}` }, () => {
        values.splice(values.indexOf(value), 1);
        show();
        input.focus();
        tell(chosen);
      }))));
    }
    function take() {
      for (const value of isCountry ? [input.value] : input.value.split(/[,;\n]/)) {
        const text = oneLine(value);
        if (text && !values.some((one) => proposal.folded(one) === proposal.folded(text))) values.push(text);
      }
      input.value = '';
      show();
    }
    const add = button(words.add, { class: 'button button-plain' }, () => {
      take();
      input.focus();
      tell(chosen);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      if (input.value) add.click();
    });
    const suggestions = isCountry ? [] : [element('datalist', { id: 'contribute.suggestions' }, ...listed('topics').map((item) => element('option', { value: item.textContent })))];
    const control = element('div', {}, element('div', { class: 'field-add' }, input, add), chosen, ...suggestions);
    const field = framed(control, label, { key, isGroup: true });
    input.setAttribute('aria-labelledby', `${control.id}.label`);
    input.setAttribute('aria-describedby', control.getAttribute('aria-describedby'));
    const all = () => [...values, ...(input.value.trim() && !isCountry ? [oneLine(input.value)] : [])];
    const known = new Map(); // topics of the catalogue, by the name in their address
    // Two topics of one address that are not the same.
    const isTaken = (value, i) => [known.get(slugFrom(value)), ...all().slice(0, i).filter((one) => slugFrom(one) === slugFrom(value))]
      .some((other) => other !== undefined && proposal.folded(other) !== proposal.folded(value));
    function topicMistake(value, i) {
      if (isCountry) return '';
      const slug = slugFrom(value);
      if (!slug) return mistake('bad-topic', { value });
      return isTaken(value, i) && mistake('duplicate-address', { value: `/topics/${slug}/` });
    }
    return { ...field, key, take,
      lookUp: async () => {
        if (isCountry) return;
        for (const slug of all().map(slugFrom)) known.set(slug, await proposal.titleOf('topics', slug));
      },
      value: () => (all().length ? all() : undefined),
      isEmpty: () => !all().length,
      wrong: () => all().map((value, i) => proposal.judge(key.item, key, value) || topicMistake(value, i)).filter(Boolean) };
  }

  // Further clusters: all but the one that leads.
  function clusterBoxes(key, label) {
    const boxes = listed('clusters').map((item) => {
      const box = element('input', { type: 'checkbox', value: item.dataset.key });
      return element('label', { class: 'check' }, box, ' ', element('span', inOwnLanguage(item), item.textContent));
    });
    const control = element('div', { class: 'checks' }, ...boxes);
    const field = framed(control, label, { key, isGroup: true });
    const values = () => [...control.querySelectorAll('input:checked:not(:disabled)')].map(({ value }) => value);
    return { ...field, key,
      lead: (slug) => { for (const box of control.querySelectorAll('input')) box.disabled = box.value === slug; },
      value: () => (values().length ? values() : undefined),
      isEmpty: () => !values().length,
      wrong: () => [] };
  }

  // A table of keys. Where nothing is written in it, there is none.
  function table(key, label, name) {
    const labels = texts('labels');
    const inner = key.keys.map((child) => single(child, labels[child.name] ?? child.name, name));
    for (const { frame, key: child } of inner) frame.dataset.field = child.name;
    const group = element('fieldset', {}, element('legend', {}, label), ...inner.map(({ frame }) => frame));
    const isEmpty = () => inner.every((field) => field.isEmpty());
    return { frame: group, key, inner, isEmpty,
      value: () => (isEmpty() ? undefined : Object.fromEntries(inner.map((field) => [field.key.name, field.value()]).filter(([, value]) => value !== undefined))),
      problems: () => (isEmpty() ? [] : inner.flatMap((field) => field.wrong().map((problem) => ({ field, problem })))) };
  }

  // A figure: its number, or one entry for each; or entries alone.
  function entries(key, label) {
    const number = key.type === 'figure' ? single(key, label) : null;
    const list = element('ol', { class: 'entries-asked' });
    let made = [];
    const own = { frame: element('div', { class: 'figure-asked' }), key };
    const numberIt = () => made.forEach((entry, i) => { entry.frame.querySelector('legend').firstChild.textContent = `${label} ${i + 1}`; });
    const add = button(fill(words.addEntry, { name: label }), { class: 'link-button' }, () => {
      const entry = table(key, `${label} ${made.length + 1}`, `[[${key.name}]]`);
      const item = element('li', {}, entry.frame);
      entry.frame.append(button(words.remove, { class: 'link-button', 'aria-label': `${words.remove}: ${label}` }, () => {
        made = made.filter((one) => one !== entry);
        item.remove();
        if (number) number.frame.hidden = made.length > 0;
        numberIt();
        add.focus();
        tell(own.frame);
      }));
      made.push(entry);
      list.append(item);
      if (number) number.frame.hidden = true;
      entry.inner[0].control.focus();
      tell(own.frame);
    });
    const head = number ? number.frame : element('p', { class: 'label' }, label);
    own.frame.append(head, ...(number ? [] : [element('p', { class: 'hint' }, said(key.help))]), list, element('p', {}, add));
    const filled = () => made.filter((entry) => !entry.isEmpty());
    return { ...own,
      inner: () => [...(number ? [number] : []), ...made.flatMap((entry) => entry.inner)],
      count: () => filled().length || Number(number && proposal.wholeNumber(oneLine(number.control.value))) || 0,
      isEmpty: () => !filled().length && (!number || number.isEmpty()),
      value: () => (made.length ? (filled().length ? filled().map((entry) => entry.value()) : undefined) : number?.value()),
      problems: () => (made.length || !number ? filled().flatMap((entry) => entry.problems()) : number.wrong().map((problem) => ({ field: number, problem }))) };
  }

  const maker = { list: several, table: (key, label) => table(key, label, `[${key.name}]`), tables: entries, figure: entries };
  const fieldFor = (key, label) => (key.type === 'list' && key.item === 'cluster' ? clusterBoxes : maker[key.type] ?? single)(key, label);

  function textField(label) {
    const control = element('textarea', { rows: 10 });
    const field = framed(control, label, { hint: words.markdown });
    const text = () => control.value.replace(/\r\n?/g, '\n').trim();
    return { ...field, text, wrong: () => proposal.textMistakes(text(), asked.file.slug()), isEmpty: () => !text() };
  }

  // The name of the file follows the title until somebody writes another one.
  function fileField(label, title) {
    const control = element('input', { spellcheck: 'false', autocapitalize: 'none' });
    const field = framed(control, label, { hint: words.fileHint, key: { required: true } });
    let isOwn = false;
    let taken;
    const slug = () => control.value.trim();
    control.addEventListener('input', () => { isOwn = control.value !== ''; });
    return { ...field, slug, isEmpty: () => !slug(),
      lookUp: async () => {
        if (!isOwn) control.value = proposal.fileNameFrom(title());
        const asked = slug();
        const found = await proposal.titleOf('slugs', asked);
        if (asked === slug()) taken = found;
      },
      wrong: () => {
        const value = slug();
        if (!value && !title()) return []; // the title is asked for already
        const wrong = proposal.fileNameMistake(value, title());
        if (wrong) return [wrong];
        return taken === undefined ? [] : [{ message: fill(words.taken, { title: taken }), help: '', isOwn: true }];
      } };
  }

  // ---- the form as a whole ----

  const data = JSON.parse(place.querySelector('[type="application/json"]').textContent);
  const asked = {}; // the fields, by the names of their keys
  let form;
  let result;
  let isJudged = false; // from the first attempt to finish on, all mistakes are shown as they come and go
  let isUnsaved = false;

  const leaves = () => Object.values(asked).flatMap((field) => (typeof field.inner === 'function' ? field.inner() : field.inner ?? [field]));
  const textOf = (name) => (asked[name] && !asked[name].isEmpty() ? oneLine(asked[name].control.value) : '');
  const named = (field, problem) => ({ field, problem });

  function problems() {
    const all = Object.values(asked).flatMap((field) => field.problems?.() ?? field.wrong().map((problem) => named(field, problem)));
    const [start, end] = [textOf('start'), textOf('end')];
    const isWrong = start && end && start > end && !all.some(({ field }) => [asked.start, asked.end].includes(field));
    return isWrong ? [...all, named(asked.end, mistake('dates-out-of-order', { start, end }))] : all;
  }

  // What check only warns of.
  async function advice() {
    const isMute = isJudged && ['goal', 'summary', 'text'].every((name) => !asked[name] || asked[name].isEmpty());
    const similar = await proposal.similarMistakes(textOf('title'), textOf('website'));
    return [
      ...['title', 'goal', 'summary'].map((name) => [name, proposal.placeholderMistake(textOf(name))]),
      ['goal', proposal.goalMistake(textOf('goal'))],
      ['goal', isMute && mistake('missing-goal')],
      ...Object.entries(similar),
    ].filter(([name, found]) => asked[name] && found).map(([name, found]) => named(asked[name], found));
  }

  // Asks what is there already.
  const lookUp = () => Promise.all(Object.values(asked).map((field) => field.lookUp?.()));

  function mark(wrong, doubtful) {
    for (const leaf of leaves()) {
      const of = (all) => all.filter(({ field }) => field === leaf).map(({ problem }) => problem);
      const isShown = isJudged || (leaf.isTouched && !leaf.isEmpty());
      leaf.show(isShown ? of(wrong) : [], isShown ? of(doubtful) : []);
    }
  }

  const entry = ({ field, problem }) => {
    const link = element('a', { href: `#${field.control.id}` }, `${field.label}: `, problem.isOwn ? problem.message : said(problem.message));
    link.addEventListener('click', (event) => {
      event.preventDefault();
      focusable(field.control).focus();
    });
    return element('li', {}, link);
  };

  // ---- the card as it will be ----

  let card;
  function paint() {
    const find = (selector) => card.querySelector(selector);
    const set = (found, text) => { if (found && found.textContent !== text) found.textContent = text; };
    const cut = (text) => (text.length <= links.length ? text : `${text.slice(0, Number(links.length) + 1).replace(/\s+\S*$/, '')}…`);
    const cluster = listed('clusters').find((item) => item.dataset.key === asked.cluster.control.value);
    card.className = `card accent-${cluster?.dataset.accent ?? 8}`;
    set(find('.card-title a'), textOf('title') || '…');
    set(find('.card-cluster'), cluster?.textContent ?? '…');
    const goal = textOf('goal');
    const teaser = goal || textOf('summary') || asked.text.text().split('\n\n')[0];
    const text = find('.card-text');
    if (text) {
      set(text.lastElementChild, cut(teaser) || '…');
      text.firstElementChild.hidden = !goal && Boolean(teaser);
    }
    const rules = new Intl.PluralRules(language);
    const labels = texts('figures');
    ['members', 'documents', 'projects', 'discussions'].forEach((name, i) => {
      const line = card.querySelectorAll('.figures > div')[i];
      const number = asked[name]?.count() ?? 0;
      set(line?.querySelector('dd'), number.toLocaleString(language));
      set(line?.querySelector('dt'), labels[`${name}.${rules.select(number)}`] ?? labels[`${name}.other`]);
      line?.classList.toggle('is-zero', number === 0);
    });
    const chosen = asked.status?.control.value ?? 'active';
    const badge = find('.status');
    if (badge) {
      badge.className = `status status-${chosen}`;
      set(badge.lastChild, texts('statuses')[chosen]);
    }
    const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
    find('.inline-list')?.replaceChildren(...(asked.countries?.value() ?? []).map((code) => element('li', {}, names.of(code))));
    asked.also_in?.lead(asked.cluster.control.value);
  }

  // ---- what comes of it ----

  // The address has to pass a forge's page for signing in, which puts it into its own, encoded once
  // more; servers such as nginx take no more than 8 KiB of a request's first line.
  const mostOfAddress = 8000;

  let download;
  function showResult(doubtful) {
    const values = {};
    for (const key of data.keys) {
      const value = asked[key.name]?.value();
      if (value !== undefined) values[key.name] = value;
    }
    const text = proposal.pageFrom(values, asked.text.text());
    const file = `${asked.file.slug()}.md`;
    const find = (name) => result.querySelector(`[data-result="${name}"]`);
    result.hidden = false;
    const note = result.querySelector('.proposal-advice');
    note.hidden = !doubtful.length;
    note.querySelector('ul').replaceChildren(...doubtful.map(entry));
    if (find('text').textContent === text && find('path').textContent === links.folder + file) return;
    find('path').textContent = links.folder + file;
    find('text').textContent = text;
    find('copied').textContent = '';
    const forge = find('forge');
    if (forge) {
      const whole = fill(links.forge, { file, text: encodeURIComponent(text) });
      const isLong = encodeURIComponent(whole).length > mostOfAddress;
      forge.href = isLong ? fill(links.forge, { file, text: '' }) : whole;
      find('fits').hidden = isLong;
      find('too-long').hidden = !isLong;
    }
    URL.revokeObjectURL(download);
    download = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
    Object.assign(find('download'), { href: download, download: file });
  }

  async function copy() {
    const text = result.querySelector('[data-result="text"]');
    let isCopied = await navigator.clipboard?.writeText(text.textContent).then(() => true, () => false);
    if (!isCopied) {
      text.closest('details').open = true;
      getSelection().selectAllChildren(text);
      isCopied = document.execCommand('copy');
    }
    result.querySelector('[data-result="copied"]').textContent = isCopied ? words.copied : words.notCopied;
    isUnsaved &&= !isCopied;
  }

  async function finish(event) {
    event.preventDefault();
    isJudged = true;
    const errors = form.querySelector('.proposal-errors');
    result.hidden = errors.hidden = true;
    for (const field of Object.values(asked)) field.take?.();
    if (!await proposal.ready()) {
      const byHand = [...document.querySelectorAll('main noscript')].at(-1);
      if (!document.querySelector('.by-hand')) place.insertAdjacentHTML('afterend', byHand.textContent);
      status.textContent = words.failed;
      status.scrollIntoView();
      return;
    }
    await lookUp();
    const doubtful = await advice();
    const wrong = problems();
    mark(wrong, doubtful);
    paint();
    errors.hidden = !wrong.length;
    errors.querySelector('ul').replaceChildren(...wrong.map(entry));
    if (wrong.length) {
      for (const { field } of wrong) field.control.closest('details')?.setAttribute('open', '');
      status.textContent = fill(words.found, { n: wrong.length.toLocaleString(language) });
      errors.focus();
    } else {
      showResult(doubtful);
      status.textContent = '';
      result.focus();
    }
  }

  let waiting = 0;
  async function change() {
    paint();
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (!await proposal.ready()) return;
      await lookUp();
      const doubtful = await advice();
      const wrong = problems();
      mark(wrong, doubtful);
      if (!result.hidden) {
        if (wrong.length) result.hidden = true;
        else showResult(doubtful);
      }
    }, 250);
  }

  function build() {
    for (const slot of part.querySelectorAll('[data-field]')) {
      const name = slot.dataset.field;
      const key = data.keys.find((one) => one.name === name);
      const label = slot.textContent;
      const field = name === 'text' ? textField(label) : name === 'file' ? fileField(label, () => textOf('title')) : key && fieldFor(key, label);
      if (!field) { slot.remove(); continue; }
      asked[name] = field;
      field.frame.dataset.field = name;
      slot.replaceWith(field.frame);
    }
    if (asked.status) asked.status.control.value = 'active';
    form = part.querySelector('form');
    result = part.querySelector('.proposal-result');
    card = part.querySelector('.proposal-preview .card');
    card.querySelector('.mark')?.remove();
    place.append(part.querySelector('.proposal-columns'), result);

    form.addEventListener('submit', finish);
    form.addEventListener('focusin', proposal.ready);
    form.addEventListener('input', () => { isUnsaved = true; change(); });
    form.addEventListener('focusout', ({ target }) => {
      const leaf = leaves().find(({ control }) => control.contains(target));
      if (leaf) leaf.isTouched = true;
      change();
    });
    result.addEventListener('click', ({ target }) => {
      const kind = target.closest('[data-result]')?.dataset.result;
      if (kind === 'copy') copy();
      if (kind === 'download' || kind === 'forge') isUnsaved = false;
    });
    addEventListener('beforeunload', (event) => { if (isUnsaved) event.preventDefault(); });
    paint();
  }

  part = place.querySelector('template').content;
  words = texts('words');
  build();
  status.textContent = '';
})();
