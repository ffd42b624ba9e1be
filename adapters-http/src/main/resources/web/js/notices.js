import { byId, h, setText } from './dom.js';
import { plural } from './format.js';

const SCANNING = 'scan_in_progress';
const CLOCK = new Intl.DateTimeFormat('en', { timeStyle: 'short' });

export const isScanning = (data) => data.warnings.some(({ code }) => code === SCANNING);

export function showWarnings(data) {
  const told = data.warnings.filter(({ code }) => code !== SCANNING);
  byId('warnings').replaceChildren(...told.map((warning) => h('li', {}, ...inWords(warning))));
  byId('warnings').hidden = told.length === 0;
}

function inWords({ code, detail, model, requests }) {
  if (code !== 'unpriced_model' || !model) return [detail ?? code];
  const counted = typeof requests === 'number'
    ? `: ${plural(requests, 'request')} counted, cost unknown.`
    : ': its cost is unknown.';
  return ['No price is known for the model ', h('code', {}, model), counted];
}

export function showFreshness({ scanning, at }) {
  setText('scanning', scanning ? 'Reading local logs…' : '');
  setText('updated', scanning || !at ? '' : `Updated ${CLOCK.format(at)}`);
}

/** `at` is when the numbers still on the screen came, or null when there are none. */
export function showProblem(problem, { at, retry }) {
  const kept = at ? ` The numbers below are from ${CLOCK.format(at)}.` : '';
  const button = h('button', { type: 'button' }, 'Try again');
  button.addEventListener('click', retry);
  byId('problem').replaceChildren(
    h('div', {},
      h('h2', {}, problem.title),
      h('p', {}, problem.detail + kept),
      ...problem.fields.map(({ field, message }) => h('p', {}, h('code', {}, field), `: ${message}`))),
    button);
  byId('problem').hidden = false;
  byId('stale').hidden = !at;
  byId('main').toggleAttribute('data-stale', Boolean(at));
}

export function clearProblem() {
  byId('problem').hidden = true;
  byId('problem').replaceChildren();
  byId('stale').hidden = true;
  byId('main').removeAttribute('data-stale');
}
