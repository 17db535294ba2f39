// The form for proposals, in two parts (and in one file, so that a first visit is light): what judges,
// and the form itself. What it asks for comes from the tables of lamppost, labels and all other
// words from the page's template. Nothing is kept or sent: what comes of it is a text, to be taken
// along.

// What stands behind the form for proposals, without the form: how values are judged, in the words
// of lamppost (rules.json), how files are named, what is there already, and TOML.
const proposal = (() => {
  'use strict';

  const links = document.getElementById('contribute.form').dataset;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const fetched = async (address) => {
    const answer = await fetch(address).catch(() => null);
    return answer?.ok ? answer.json().catch(() => null) : null;
  };

  // ---- what is judged as check judges it ----

  let rules; // rules.json, with what each letter becomes
  let loading;
  async function load() {
    const table = await fetched(links.rules);
    if (!table) { loading = undefined; return false; }
    const spelling = new Map();
    for (const [ascii, all] of Object.entries(table.letters)) for (const letter of all) spelling.set(letter, ascii);
    for (const [ascii, all] of Object.entries(table.pairs)) for (const pair of all.match(/../gu)) spelling.set(pair, ascii);
    rules = { ...table, spelling };
    return true;
  }
  const ready = () => (loading ??= load());
  const isReady = () => rules !== undefined;

  const mistake = (name, values = {}) => {
    const [message, help] = rules.mistakes[name];
    return { name, message: fill(message, values), help: fill(help, values) };
  };
  const shown = (text) => (text.length > 60 ? `${text.slice(0, 60).toWellFormed?.() ?? text.slice(0, 59)}…` : text);
  const oneLine = (text) => text.replace(/[ \t]*[\r\n][ \t\r\n]*/g, ' ').trim();
  const control = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/u;
  const white = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;
  const isDomain = (host) => {
    const end = host.slice(host.lastIndexOf('.'));
    return host.includes('.') && !host.startsWith('.') && !host.includes('..') && end.length > 2
      && /^[A-Za-z0-9.\-\u0080-\uffff]+$/.test(host) && !/\d/.test(end);
  };

  function urlMistake(value) {
    const [, scheme] = /^([^:]*):/.exec(value) ?? [];
    if (!/^https?:\/\//i.test(value)) {
      const bare = value.replace(/^[/:]+/, '');
      if (/^mailto$/i.test(scheme ?? '')) return mistake('bad-url.email', { value: shown(value) });
      const mended = `https://${bare}`;
      const isSure = isDomain(bare.split(/[/?#]/)[0]) && !white.test(bare) && !urlMistake(mended);
      return isSure ? mistake('bad-url.mended', { value: shown(value), mended }) : mistake('bad-url', { value: shown(value) });
    }
    const host = value.slice(value.indexOf('://') + 3).split(/[/?#]/)[0].replace(/^.*@/, '');
    const name = host.startsWith('[') ? host : host.split(':')[0];
    const kind = white.test(value) ? 'white' : /["<>\\^`{|}]/.test(value) ? 'signs'
      : !name || name.startsWith('.') || name.includes('..') ? 'host' : '';
    return kind && mistake(`bad-url.${kind}`, { value: shown(value) });
  }

  function emailMistake(value) {
    const mended = value.replace(/^mailto:/i, '');
    const isRight = /^[^@]+@[^@]+$/.test(value) && !white.test(value) && !/["<>\\(),:;[\]]/.test(value) && isDomain(value.split('@')[1]);
    if (isRight) return '';
    const isMended = mended !== value && !emailMistake(mended);
    return mistake(isMended ? 'bad-email.mended' : 'bad-email', { value: shown(value), mended });
  }

  // Digits are written without what TOML would not take: a plus sign, leading zeros, spaces in groups.
  const together = (text) => (/^[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/\s/g, '') : text);
  const bareNumber = (text, form) => (form.test(together(text)) ? together(text).replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1') : null);
  const wholeNumber = (text) => bareNumber(text, /^\+?\d{1,15}$/);
  const decimal = (text) => bareNumber(text, /^[+-]?\d{1,15}(\.\d{1,15})?$/);
  function numberMistake(type, key, value) {
    const wrong = mistake(`wrong-type.${type}`, { key: key.name, example: key.example });
    const mended = /^[+-]?\d{1,3}(,\d{3})+$/.test(value) ? value.replaceAll(',', '')
      : type === 'number' && /^-?\d+,(\d{1,2}|\d{4,})$/.test(value) ? value.replace(',', '.') : '';
    return mended ? { ...wrong, help: mistake('wrong-type.mended', { mended: `${key.name} = ${mended}` }).help } : wrong;
  }
  function languageMistake(value) {
    const isTag = (text) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*$/.test(text);
    const mended = value.split(/[-_]/).map((one, i) => (i && one.length === 2 ? one.toUpperCase()
      : i && one.length === 4 ? one[0].toUpperCase() + one.slice(1).toLowerCase() : one.toLowerCase())).join('-');
    return isTag(value) ? '' : mistake(isTag(mended) ? 'bad-language.mended' : 'bad-language', { value: shown(value), mended });
  }

  // What is wrong with a value of a type, if something is.
  function judge(type, key, value) {
    if (control.test(value)) return mistake('control-character');
    const values = { key: key.name, value: shown(value), example: key.example };
    switch (type) {
      case 'url': return urlMistake(value);
      case 'email': return emailMistake(value);
      case 'date': return /^\d{4}-\d\d-\d\d$/.test(value) && value >= '0001' ? '' : mistake('bad-date', values);
      case 'figure':
      case 'count': return wholeNumber(value) !== null ? '' : /^-\d+$/.test(value) ? mistake('bad-number.least', values) : numberMistake(type, key, value);
      case 'number': return decimal(value) !== null ? '' : numberMistake(type, key, value);
      case 'digits': return /^\d+$/.test(value) ? '' : mistake('bad-number.digits', values);
      case 'language': return languageMistake(value);
      default: return '';
    }
  }

  // Links of the text that lead into the site: those that are sure to lead nowhere, and those that
  // only the whole site could tell. Where a link begins is all that has to be known of Markdown.
  function linkMistakes(text, slug) {
    const hasCode = /^\s*(```|~~~|<)/m.test(text);
    const headings = hasCode ? [] : [...text.matchAll(/^#{1,6} +([\p{L}\p{N}][\p{L}\p{N} _-]*?) *$/gmu)]
      .map(([, title]) => title.toLowerCase().replaceAll(' ', '-'));
    const told = new Map();
    for (const [, before, target] of text.matchAll(/(\]\(|\[\^[^\]\s]+\]:|\]:)\s*(<[^>\n]*>?|[^\s)]*)/g)) {
      if (before.startsWith('[^')) continue; // a footnote
      const value = target.replace(/^<|>$/g, '');
      if (/^(https?:\/\/[^/\s"#%:<>?@[\\\]^`{|}]|mailto:|tel:)/i.test(value) || told.has(value)) continue;
      if (value.startsWith('#') && headings.includes(value.slice(1))) continue;
      const kind = value.startsWith('#') ? 'dead-anchor' : /\.md(#|$)/.test(value) ? 'dead-link.page'
        : value.startsWith('/') ? 'dead-link.site' : 'missing-file';
      told.set(value, mistake(kind, { value, slug }));
    }
    return [...told.values()];
  }

  function textMistakes(text, slug) {
    const sign = control.exec(text)?.[0];
    const code = sign && `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return [...(sign ? [mistake('control-character.text', { value: code })] : []), ...linkMistakes(text, slug)];
  }

  // What check only warns of.
  const saysNothing = (text) => /^([.\-?_]+|[…–—]|n\/a)$/i.test(text) || /\b(TODO|TBD|TBC|FIXME)\b|lorem ipsum/.test(text);
  const placeholderMistake = (value) => saysNothing(value) && mistake('placeholder-text', { value });
  const goalMistake = (goal) => [...goal].length > rules.longest_goal && mistake('long-goal', { n: [...goal].length });

  // Equal only where fold_case gives the same.
  const folded = (text) => text.normalize('NFC').toLowerCase();

  // ---- names of files ----

  // As slug_from writes a text; what it can't know is left out.
  function slugFrom(text) {
    let ascii = '';
    const all = [...text.normalize('NFC')];
    for (let i = 0; i < all.length; ++i) {
      const pair = i + 1 < all.length ? rules.spelling.get(all[i] + all[i + 1]) : undefined;
      ascii += pair ?? (all[i] < '\u0080' ? all[i] : rules.spelling.get(all[i]) ?? '');
      if (pair !== undefined) ++i;
    }
    return ascii.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  }
  function fileNameFrom(title) {
    const slug = slugFrom(title);
    if (slug.length <= rules.longest_slug) return slug;
    const end = slug.lastIndexOf('-', rules.longest_slug);
    return slug.slice(0, end < 0 ? rules.longest_slug : end);
  }

  function fileNameMistake(name, title) {
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= rules.longest_slug) return '';
    const mended = fileNameFrom(name);
    return mistake(mended ? 'bad-slug.mended' : 'bad-slug', { value: shown(name || title), mended });
  }

  // ---- what is there already ----

  const titleKey = (title) => {
    const slug = slugFrom(title);
    const words = slug.split('-').filter((word) => !rules.small_words.includes(word));
    return words.map((word) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word)).join('') || slug;
  };
  const websiteKey = (url) => {
    const bare = url.replace(/^.*?:\/\//, '').replace(/#.*$/, '').replace(/\/+$/, '');
    return bare.replace(/^[^/]*/, (host) => host.toLowerCase()).replace(/^www\./, '');
  };

  const shards = new Map();
  async function titleOf(kind, name) {
    if (!name) return undefined;
    let hash = 2166136261;
    for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
    const address = `${links.names}${(hash % links.shards) + 1}.json`;
    if (!shards.has(address)) shards.set(address, fetched(address));
    const names = (await shards.get(address))?.[kind] ?? {};
    return Object.hasOwn(names, name) ? names[name] : undefined;
  }

  async function similarMistakes(title, website) {
    const same = title && await titleOf('titles', titleKey(title));
    const other = website && !urlMistake(website) && await titleOf('websites', websiteKey(website));
    return {
      title: same && mistake(`similar-initiative.${same === title ? 'title' : 'nearly'}`, { value: same }),
      website: other && mistake('similar-initiative.website', { value: website }),
    };
  }

  // ---- TOML ----

  const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;
  // A value is a text, a list of texts, a table, a list of tables, or { bare } as it is to be written.
  const isTable = (value) => typeof value === 'object' && !Array.isArray(value) && value.bare === undefined;
  const isInline = (value) => !isTable(value) && !(Array.isArray(value) && value.some(isTable));
  const inline = (value) => (typeof value === 'string' ? quoted(value) : value.bare ?? `[${value.map(quoted).join(', ')}]`);
  const lines = (table) => Object.entries(table).filter(([, value]) => isInline(value)).map(([key, value]) => `${key} = ${inline(value)}\n`).join('');

  function toml(page) {
    let text = lines(page);
    for (const [key, value] of Object.entries(page)) {
      if (isInline(value)) continue;
      const [open, close] = Array.isArray(value) ? ['[[', ']]'] : ['[', ']'];
      for (const table of [value].flat()) text += `\n${open}${key}${close}\n${lines(table)}`;
    }
    return text;
  }
  const wellFormed = (text) => new TextDecoder().decode(new TextEncoder().encode(text));
  const pageFrom = (values, text) => wellFormed(`+++\n${toml(values)}+++\n${text ? `\n${text}\n` : ''}`);

  return {
    ready, isReady, mistake, judge, textMistakes, placeholderMistake, goalMistake, similarMistakes, fileNameMistake,
    oneLine, wholeNumber, decimal, folded, slugFrom, fileNameFrom, titleOf, pageFrom,
  };
})();

(() => {
  'use strict';

  const place = document.getElementById('contribute.form');
  const links = place.dataset;
  const status = place.querySelector('[role="status"]');
  const language = document.documentElement.lang;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const whenReady = (act) => (proposal.isReady() ? act() : proposal.ready().then((is) => is && act()));

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
    const read = () => proposal.oneLine(control.value);
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
        if (control.validity.badInput) return [proposal.mistake('bad-date', { value: '…' })];
        const values = { key: key.name, table, example: key.example, meaning: key.meaning ?? key.help };
        if (!text) return key.required ? [proposal.mistake(table ? 'missing-key.entry' : 'missing-key', values)] : [];
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
        const text = proposal.oneLine(value);
        if (text && !values.some((one) => proposal.folded(one) === proposal.folded(text))) values.push(text);
      }
      input.value = '';
      show();
    }
    const add = button(words.add, { class: 'button button-plain' }, () => whenReady(() => {
      take();
      input.focus();
      tell(chosen);
    }));
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
    const all = () => [...values, ...(input.value.trim() && !isCountry ? [proposal.oneLine(input.value)] : [])];
    const known = new Map(); // topics of the catalogue, by the name in their address
    // Two topics of one address that are not the same.
    const isTaken = (value, i) => [known.get(proposal.slugFrom(value)), ...all().slice(0, i).filter((one) => proposal.slugFrom(one) === proposal.slugFrom(value))]
      .some((other) => other !== undefined && proposal.folded(other) !== proposal.folded(value));
    function topicMistake(value, i) {
      if (isCountry) return '';
      const slug = proposal.slugFrom(value);
      if (!slug) return proposal.mistake('bad-topic', { value });
      return isTaken(value, i) && proposal.mistake('duplicate-address', { value: `/topics/${slug}/` });
    }
    return { ...field, key, take,
      lookUp: async () => {
        if (isCountry) return;
        for (const slug of all().map(proposal.slugFrom)) known.set(slug, await proposal.titleOf('topics', slug));
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
      count: () => filled().length || Number(number && proposal.wholeNumber(proposal.oneLine(number.control.value))) || 0,
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
  const textOf = (name) => (asked[name] && !asked[name].isEmpty() ? proposal.oneLine(asked[name].control.value) : '');
  const named = (field, problem) => ({ field, problem });

  function problems() {
    const all = Object.values(asked).flatMap((field) => field.problems?.() ?? field.wrong().map((problem) => named(field, problem)));
    const [start, end] = [textOf('start'), textOf('end')];
    const isWrong = start && end && start > end && !all.some(({ field }) => [asked.start, asked.end].includes(field));
    return isWrong ? [...all, named(asked.end, proposal.mistake('dates-out-of-order', { start, end }))] : all;
  }

  // What check only warns of.
  async function advice() {
    const isMute = isJudged && ['goal', 'summary', 'text'].every((name) => !asked[name] || asked[name].isEmpty());
    const similar = await proposal.similarMistakes(textOf('title'), textOf('website'));
    return [
      ...['title', 'goal', 'summary'].map((name) => [name, proposal.placeholderMistake(textOf(name))]),
      ['goal', proposal.goalMistake(textOf('goal'))],
      ['goal', isMute && proposal.mistake('missing-goal')],
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
    if (!await proposal.ready()) {
      const byHand = [...document.querySelectorAll('main noscript')].at(-1);
      if (!document.querySelector('.by-hand')) place.insertAdjacentHTML('afterend', byHand.textContent);
      status.textContent = words.failed;
      status.scrollIntoView();
      return;
    }
    for (const field of Object.values(asked)) field.take?.();
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
  function change() {
    whenReady(paint);
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
    card.querySelector('.inline-list')?.replaceChildren();
  }

  part = place.querySelector('template').content;
  words = texts('words');
  build();
  status.textContent = '';
})();
