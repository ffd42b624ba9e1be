// Every measure may be null, which means "the source does not tell" and is shown as a dash, never as 0.

import { h } from './dom.js';

export const UNKNOWN = '–';

const EXACT = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const dollars = (options) => new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', ...options });
const CENTS = dollars({});
const WHOLE_DOLLARS = dollars({ maximumFractionDigits: 0 });
const COMPACT_DOLLARS = dollars({ notation: 'compact', maximumSignificantDigits: 3 });
const EXACT_DOLLARS = dollars({ maximumFractionDigits: 9 });

const isUnknown = (value) => value === null || value === undefined;

export function count(value) {
  if (isUnknown(value)) return UNKNOWN;
  return value < 10_000 ? EXACT.format(value) : COMPACT.format(value);
}

export const exactCount = (value) => (isUnknown(value) ? UNKNOWN : EXACT.format(value));

export function money(value) {
  if (isUnknown(value)) return UNKNOWN;
  if (value > 0 && value < 0.01) return '< $0.01';
  if (value < 1_000) return CENTS.format(value);
  return value < 10_000 ? WHOLE_DOLLARS.format(value) : COMPACT_DOLLARS.format(value);
}

export const exactMoney = (value) => (isUnknown(value) ? UNKNOWN : EXACT_DOLLARS.format(value));

export function percent(fraction) {
  if (isUnknown(fraction)) return UNKNOWN;
  return fraction > 0 && fraction < 0.005 ? '< 1%' : PERCENT.format(fraction);
}

export const plural = (value, one, many = `${one}s`) => `${exactCount(value)} ${value === 1 ? one : many}`;

export const countNode = (value) => short(count(value), exactCount(value));

export const moneyNode = (value) => short(money(value), exactMoney(value));

export const estimateNode = (value) => short(estimate(value), exactMoney(value));

export function estimate(value) {
  const text = money(value);
  return isUnknown(value) || text.startsWith('<') ? text : `≈ ${text}`;
}

function short(text, exact) {
  if (exact === UNKNOWN) return h('span', { title: 'The source does not tell' }, UNKNOWN);
  return text === exact ? h('span', {}, text) : h('span', { title: exact }, text);
}
