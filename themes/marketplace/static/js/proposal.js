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
    fill, ready, mistake, judge, textMistakes, placeholderMistake, goalMistake, similarMistakes, fileNameMistake,
    oneLine, wholeNumber, decimal, folded, slugFrom, fileNameFrom, titleOf, pageFrom,
  };
})();
