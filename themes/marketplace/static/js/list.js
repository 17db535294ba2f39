// Lists: filtering and sorting what a page shows, and marking initiatives to be compared. All that
// is chosen stands in the page's address; nothing is kept elsewhere.
(() => {
  'use strict';

  const language = document.documentElement.lang;
  // Made when they are needed: each costs a phone as much as all else here, and most readers only look.
  const once = (make) => {
    let made;
    return () => (made ??= make());
  };
  const numbers = once(() => new Intl.NumberFormat(language));
  const collator = once(() => new Intl.Collator(language, { numeric: true }));
  // As the search folds words.
  const spelledOut = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ħ: 'h', ı: 'i', ς: 'σ' };
  const fold = (text) =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ßøłđæœþðħıς]/gu, (letter) => spelledOut[letter]);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  // The address says what is chosen; what is not chosen is not in it.
  function putInAddress(values) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(values)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    // Commas and spaces of lists read better as they are.
    address.search = address.search.replaceAll('%2C', ',');
    if (address.href !== location.href) history.replaceState(history.state, '', address);
    carryToLanguages();
  }
  // The same choice in another language.
  function carryToLanguages() {
    for (const link of document.querySelectorAll('.languages a')) link.search = location.search;
  }
  const fromAddress = (name) => new URLSearchParams(location.search).get(name) ?? '';

  carryToLanguages();

  // ---- filters ----

  const form = document.querySelector('form[data-filter]:not([action])');
  if (form) startFilter();

  function startFilter() {
    const choices = ['cluster', 'topic', 'country', 'status'];
    const selects = choices.map((name) => form.elements[name]).filter(Boolean);
    const status = form.querySelector('[role="status"]');
    const clear = form.querySelector('[type="reset"]');
    const found = document.querySelector('.found');
    const labels = once(() => new Map(selects.flatMap(({ options }) => [...options])
      .map((option) => [option, option.label.replace(/ \([^()]*\)$/, '')])));
    const nameOf = (name, value) => {
      const option = form.elements[name] && [...form.elements[name].options].find((one) => one.value === value);
      return option ? labels().get(option) : '';
    };

    const lists = [...form.parentElement.querySelectorAll('.cards')].filter((list) => !found?.contains(list));
    const readCards = once(() => lists.flatMap((list) => [...list.children].map((element) => {
      const { dataset } = element;
      const has = Object.fromEntries(choices.map((name) => [name, (dataset[name] ?? '').split(' ').filter(Boolean)]));
      const words = [...element.querySelectorAll('.card-cluster, .card-title, .card-text')].map((one) => one.textContent);
      for (const name of ['topic', 'country']) words.push(...has[name].map((value) => nameOf(name, value)));
      return {
        element, list, has,
        title: element.querySelector('.card-title').textContent,
        updated: dataset.updated ?? '',
        members: Number(dataset.members),
        text: fold(words.join(' ')),
      };
    })));

    const orders = {
      title: (a, b) => collator().compare(a.title, b.title),
      newest: (a, b) => (a.updated < b.updated) - (a.updated > b.updated) || orders.title(a, b),
      members: (a, b) => b.members - a.members || orders.title(a, b),
    };

    const isChosen = (card, select) => !select.value || card.has[select.name].includes(select.value);
    const hasWords = (card, words) => words.every((word) => card.text.includes(word));

    // Beside each choice how many there would be with it, all else as it is.
    function count(select, candidates) {
      const counts = new Map();
      for (const card of candidates) {
        for (const value of card.has[select.name]) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const option of select.options) {
        if (!option.value) continue;
        const number = counts.get(option.value) ?? 0;
        option.textContent = `${labels().get(option)} (${numbers().format(number)})`;
        option.disabled = number === 0 && !option.selected;
      }
    }

    // In the catalogue's order each card stands in its own list; in another one all stand in one.
    function arrange(order) {
      const cards = readCards();
      const sorted = orders[order] ? [...cards].sort(orders[order]) : cards;
      const together = orders[order] && found && lists.length > 1 ? found.querySelector('.cards') : null;
      for (const card of sorted) (together ?? card.list).append(card.element);
    }

    function showLists() {
      const sections = [...lists, found?.querySelector('.cards')].filter(Boolean);
      for (const list of sections) {
        const isEmpty = ![...list.children].some((element) => !element.hidden);
        (list.closest('section') ?? list).hidden = isEmpty;
      }
    }

    let announcing = 0;
    function announce(shown) {
      const text = fill(status.dataset.count, { n: numbers().format(shown), count: numbers().format(readCards().length) });
      const whole = shown === 0 ? `${text}. ${status.dataset.none}` : text;
      clearTimeout(announcing);
      // Not at each key: who listens would hear nothing but numbers.
      announcing = setTimeout(() => { if (status.textContent !== whole) status.textContent = whole; }, 200);
    }

    let order = '';
    function apply() {
      const cards = readCards();
      const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
      const withWords = cards.filter((card) => hasWords(card, words));
      const shown = new Set(withWords.filter((card) => selects.every((select) => isChosen(card, select))));
      for (const select of selects) {
        count(select, withWords.filter((card) => selects.every((other) => other === select || isChosen(card, other))));
      }
      for (const card of cards) card.element.hidden = !shown.has(card);
      if (form.elements.sort.value !== order) arrange(order = form.elements.sort.value);
      showLists();
      form.parentElement.classList.toggle('is-filtered', shown.size < cards.length);
      clear.hidden = !isAsked();
      announce(shown.size);
    }

    const isAsked = () => [...new FormData(form).values()].some((value) => value.trim());

    function change() {
      apply();
      putInAddress(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()])));
    }

    function restore() {
      for (const control of [form.elements.q, form.elements.sort, ...selects]) {
        control.value = fromAddress(control.name);
        if (control.selectedIndex === -1) control.value = '';
      }
    }

    form.addEventListener('input', change);
    form.addEventListener('submit', (event) => { event.preventDefault(); change(); });
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const control of [form.elements.q, form.elements.sort, ...selects]) control.value = '';
      form.elements.q.focus();
      change();
    });
    addEventListener('popstate', () => { restore(); apply(); });
    restore();
    if (isAsked()) apply(); // else all is as it came
  }

  // ---- marks ----

  const bar = document.querySelector('.compare-bar');
  if (bar) startMarks();

  function startMarks() {
    const most = 4;
    const status = bar.querySelector('[role="status"]');
    const actions = bar.querySelector('.compare-bar-actions');
    const link = actions.querySelector('a');
    const comparison = link.href;
    let marked = [];
    let carried = '';

    const boxes = () => document.querySelectorAll('.mark input');
    const searches = document.querySelectorAll('.site-search[action], .filter[action]');
    const read = () => {
      marked = [...new Set(fromAddress('compare').split(',').filter((slug) => /^[\w-]+$/.test(slug)))].slice(0, most);
    };

    function show(isFull) {
      for (const box of boxes()) box.checked = marked.includes(box.value);
      const text = fill(status.dataset.marked, { n: numbers().format(marked.length), count: numbers().format(most) });
      status.textContent = marked.length === 0 ? '' : isFull ? `${text}. ${status.dataset.full}` : text;
      bar.classList.toggle('is-open', marked.length > 0);
      actions.hidden = marked.length === 0;
      link.href = `${comparison}?i=${marked.join(',')}`;
      if (carried !== marked.join(',')) carry();
    }

    // Marks go along to other lists of the catalogue, and to what is found.
    function carry() {
      carried = marked.join(',');
      for (const search of searches) carryIn(search);
      for (const anchor of document.querySelectorAll('main a, .menu a, .breadcrumbs a, .site-title')) {
        if (anchor === link || anchor.origin !== location.origin || !anchor.pathname.endsWith('/')) continue;
        if (anchor.hash && anchor.pathname === location.pathname) continue;
        const address = new URL(anchor.href);
        if (marked.length) address.searchParams.set('compare', marked.join(','));
        else address.searchParams.delete('compare');
        const search = address.search.replaceAll('%2C', ',');
        if (search !== anchor.search) anchor.search = search;
      }
    }

    function carryIn(search) {
      let field = search.elements.compare;
      if (!field) {
        field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name: 'compare' });
        search.append(field);
      }
      field.value = marked.join(',');
      field.disabled = marked.length === 0; // what is empty is not sent
    }

    function mark(box) {
      const isFull = box.checked && marked.length === most;
      if (isFull) box.checked = false;
      else if (box.checked) marked.push(box.value);
      else marked = marked.filter((slug) => slug !== box.value);
      putInAddress({ compare: marked.join(',') });
      show(isFull);
    }

    document.addEventListener('change', ({ target }) => {
      if (target.matches('.mark input')) mark(target);
    });
    actions.querySelector('button').addEventListener('click', () => {
      const first = [...boxes()].find((box) => box.checked);
      marked = [];
      putInAddress({ compare: '' });
      show(false);
      (first ?? boxes()[0])?.focus();
    });
    addEventListener('popstate', () => { read(); show(false); });
    addEventListener('pageshow', () => { read(); show(false); });
    // The search says when it shows others.
    document.addEventListener('resultsshown', () => {
      if (marked.length === 0) return;
      for (const box of boxes()) box.checked = marked.includes(box.value);
      carry();
    });
    read();
    if (marked.length > 0) show(false);
  }
})();
