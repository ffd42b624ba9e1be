// A day is its text, YYYY-MM-DD. It is only ever read as midnight UTC and shown in UTC, so no time zone can move it.

const inUtc = (options) => new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...options });
const FULL = inUtc({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' });
const PLAIN = inUtc({ year: 'numeric', month: 'short', day: 'numeric' });
const DAY_AND_MONTH = inUtc({ month: 'short', day: 'numeric' });
const MONTH = inUtc({ month: 'short' });

const dateOf = (day) => new Date(`${day}T00:00:00Z`);

export const fullDay = (day) => FULL.format(dateOf(day));
export const dayAndMonth = (day) => DAY_AND_MONTH.format(dateOf(day));
export const monthOf = (day) => MONTH.format(dateOf(day));
export const dayRange = (from, to) => PLAIN.formatRange(dateOf(from), dateOf(to));

/** 0 is Monday. */
export const weekdayOf = (day) => (dateOf(day).getUTCDay() + 6) % 7;

export const isFirstOfMonth = (day) => day.endsWith('-01');
