import { fullDay } from './dates.js';
import { byId, h } from './dom.js';
import { estimate, exactCount } from './format.js';

/** The charts in words, newest day first: for screen readers, and for everybody who wants the exact numbers. */
export function showDays(days) {
  byId('days').replaceChildren(...days.toReversed().map((day) =>
    h('tr', {},
      h('th', { scope: 'row' }, fullDay(day.date)),
      h('td', {}, exactCount(day.requests)),
      h('td', {}, exactCount(day.tokens)),
      h('td', {}, estimate(day.cost_usd)))));
}
