import { byId } from './dom.js';

const DEFAULT_DAYS = 90;
const MAX_DAYS = 366;

/** The address is the one place that knows the range, so that links and the back button just work. */
export function daysFromAddress() {
  const text = new URLSearchParams(location.search).get('days') ?? '';
  const days = /^\d{1,3}$/.test(text) ? Number(text) : DEFAULT_DAYS;
  return days >= 1 && days <= MAX_DAYS ? days : DEFAULT_DAYS;
}

export function onRangeChange(load) {
  byId('ranges').addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (Number(link.dataset.days) !== daysFromAddress()) history.pushState(null, '', link.href);
    load();
  });
  window.addEventListener('popstate', load);
}

export function markRange(days) {
  for (const link of byId('ranges').querySelectorAll('a')) {
    if (Number(link.dataset.days) === days) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
