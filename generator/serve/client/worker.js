// Listens to `lamppost serve` for all tabs of a browser. What it was told last, new tabs are told
// at once; a problem that was dismissed in one of them is so in all.
const tabs = new Set();
let state = null;

function hear(change) {
  state = { dismissed: 0, ...state, ...change };
  for (const tab of tabs) tab.postMessage(state);
}

const source = new EventSource('events');
source.addEventListener('message', ({ data }) => {
  const [version, problem] = data.split(' ').map(Number);
  hear({ version, problem });
});

self.addEventListener('connect', ({ ports: [tab] }) => {
  tabs.add(tab);
  tab.addEventListener('message', ({ data }) => {
    if (data.gone) tabs.delete(tab);
    else hear(data);
  });
  tab.start();
  if (state) tab.postMessage(state);
});
