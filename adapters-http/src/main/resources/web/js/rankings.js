import { shareBar } from './bars.js';
import { byId, h } from './dom.js';
import { countNode, moneyNode } from './format.js';

const SHOWN = 8;

/** A list of names with their measures; it stays as long as the reader made it when new numbers come. */
export function ranking(id, { heading, nothing }) {
  let entries = [];
  let expanded = false;

  function draw() {
    const box = byId(id);
    if (entries.length === 0) {
      box.replaceChildren(h('p', { class: 'nothing' }, nothing));
      return;
    }
    box.replaceChildren(table(heading, expanded ? entries : entries.slice(0, SHOWN), weightOf(entries)));
    if (entries.length > SHOWN) box.append(toggle());
  }

  function toggle() {
    const button = h('button', { type: 'button', 'aria-expanded': String(expanded) },
      expanded ? 'Show fewer' : `Show all ${entries.length}`);
    button.addEventListener('click', () => {
      expanded = !expanded;
      draw();
      byId(id).querySelector('button').focus();
    });
    return button;
  }

  return (next) => {
    entries = next;
    draw();
  };
}

/** Bars compare requests, or tokens where the sources count no requests. */
function weightOf(entries) {
  const key = entries.some((entry) => entry.requests > 0) ? 'requests' : 'tokens';
  const heaviest = Math.max(...entries.map((entry) => entry[key] ?? 0));
  return (entry) => (heaviest === 0 ? 0 : (entry[key] ?? 0) / heaviest);
}

/** The roles are spelled out because narrow screens lay the rows out as grids, which would make them mere boxes. */
function table(heading, entries, weight) {
  return h('table', { role: 'table' },
    h('thead', {}, h('tr', { role: 'row' }, ...[heading, 'Interactions', 'Tokens', 'Cost ≈'].map(columnHeader))),
    h('tbody', {}, ...entries.map((entry) => row(entry, weight(entry)))));
}

const columnHeader = (name) => h('th', { scope: 'col', role: 'columnheader' }, name);

function row(entry, share) {
  const name = entry.name || '(no name)';
  return h('tr', { role: 'row' },
    h('th', { scope: 'row', role: 'rowheader' }, h('span', { class: 'name', title: name }, name), shareBar(share)),
    h('td', { role: 'cell' }, countNode(entry.requests)),
    h('td', { role: 'cell' }, countNode(entry.tokens)),
    h('td', { role: 'cell' }, moneyNode(entry.cost_usd)));
}
