// Reloads a page of `lamppost serve` when the site has changed, and shows what keeps the site from
// being built. The page knows of which moment it is by this script's own address.
(() => {
  const script = document.currentScript;
  const folder = new URL('.', script.src);
  const ownVersion = Number(new URL(script.src).searchParams.get('v'));
  // A page in a frame is reloaded with the page around it; a plain page shows what is wrong itself.
  if (window.top !== window) return;
  const isPlain = document.body !== null && 'lamppost' in document.body.dataset;

  let state = { version: ownVersion, problem: 0 };
  let shown = 0;
  let overlay = null;

  // What was closed in this tab stays closed, on other pages too.
  const key = 'lamppost-dismissed';
  const isDismissed = (problem) => sessionStorage.getItem(key) === String(problem);

  function makeOverlay() {
    const host = document.createElement('lamppost-problems');
    host.lang = 'en';
    host.dir = 'ltr';
    host.translate = false;
    const shadow = host.attachShadow({ mode: 'open' });
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = new URL('live.css', folder);
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'problems-title');
    const content = document.createElement('div');
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', () => dialog.close());
    dialog.append(close, content);
    // However it was closed: by the button, by Escape, or because all is well again.
    dialog.addEventListener('close', () => {
      if (state.problem === shown) sessionStorage.setItem(key, String(shown));
      shown = 0;
      host.remove();
      overlay = null;
    });
    shadow.append(style, dialog);
    const isStyled = new Promise((done) => {
      style.addEventListener('load', done);
      style.addEventListener('error', done);
    });
    document.documentElement.append(host);
    return { dialog, content, isStyled };
  }

  async function showProblems(problem) {
    shown = problem;
    overlay ??= makeOverlay();
    const { dialog, content, isStyled } = overlay;
    const [answer] = await Promise.all([fetch(new URL('problems', folder)), isStyled]);
    const html = await answer.text();
    if (shown !== problem || html === '') return;
    content.innerHTML = html;
    content.scrollTop = 0;
    if (!dialog.open) dialog.showModal();
  }

  function hideProblems() {
    if (overlay === null) return;
    if (overlay.dialog.open) {
      overlay.dialog.close();
    } else {
      overlay.dialog.dispatchEvent(new Event('close'));
    }
  }

  function follow() {
    if (document.hidden) return; // it is done when somebody looks
    const { version, problem } = state;
    if (version > ownVersion || (isPlain && problem !== ownProblem())) {
      location.reload();
    } else if (problem === 0) {
      hideProblems();
    } else if (problem !== shown && !isDismissed(problem) && !isPlain) {
      showProblems(problem).catch(() => {}); // the server is gone: it will say so when it is back
    }
  }

  // Of a plain page: which problem it shows.
  let firstProblem = null;
  function ownProblem() {
    firstProblem ??= state.problem;
    return firstProblem;
  }

  function hear(message) {
    state = message;
    follow();
  }

  // A browser opens six connections to a server, so that seven tabs would wait for each other if
  // each listened for itself.
  if (typeof SharedWorker === 'function') {
    const { port } = new SharedWorker(new URL('worker.js', folder));
    port.addEventListener('message', ({ data }) => hear(data));
    port.start();
    window.addEventListener('pagehide', () => port.postMessage('gone'));
  } else {
    const source = new EventSource(new URL('events', folder));
    source.addEventListener('message', ({ data }) => {
      const [version, problem] = data.split(' ').map(Number);
      hear({ version, problem });
    });
    window.addEventListener('pagehide', () => source.close());
  }
  document.addEventListener('visibilitychange', follow);
  // Back to a page that was kept whole: it has stopped listening.
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
})();
