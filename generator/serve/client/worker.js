// Listens to `lamppost serve` for all tabs of a browser. New ones are told at once what was told last.
const tabs = new Set();
let state = null;

const source = new EventSource('events');
source.addEventListener('message', ({ data }) => {
  const [version, problem] = data.split(' ').map(Number);
  state = { version, problem };
  for (const tab of tabs) tab.postMessage(state);
});

self.addEventListener('connect', ({ ports: [tab] }) => {
  tabs.add(tab);
  tab.addEventListener('message', () => tabs.delete(tab)); // all that a tab says is that it goes
  tab.start();
  if (state) tab.postMessage(state);
});
