import { dayRange, fullDay, isFirstOfMonth, monthOf, weekdayOf } from './dates.js';
import { byId, setText, svg } from './dom.js';
import { exactCount, plural } from './format.js';
import { scrollBox } from './scrolling.js';

const GAP = 3;
const HEADER = 18;
const AXIS = 34;
const SMALLEST = 12;
const LARGEST = { ofFewWeeks: 21, ofMany: 16 };
const FEW_WEEKS = 20;
const MONTH_WIDTH = 32;
const WEEKDAYS = ['Mon', 'Wed', 'Fri'];

/** Weeks are columns, Monday is on top; `room` is how wide the picture may be before it scrolls. */
export function showHeatmap(entries, room) {
  const weeks = columnOf(entries, entries.length - 1) + 1;
  const step = stepOf(weeks, room);
  const grid = svg('svg', {
    width: weeks * step,
    height: HEADER + 7 * step,
    role: 'img',
    'aria-label': summaryOf(entries),
  }, ...months(entries, weeks, step), ...entries.map((entry, index) => cell(entry, columnOf(entries, index), step)));
  byId('heatmap').replaceChildren(weekdayAxis(step), scrollBox('Calendar of activity', grid));
  showBusiest(entries);
}

/** Many weeks stay small enough to stand beside the chart on a wide screen. */
function stepOf(weeks, room) {
  const largest = weeks <= FEW_WEEKS ? LARGEST.ofFewWeeks : LARGEST.ofMany;
  return Math.max(SMALLEST, Math.min(largest, Math.floor((room - AXIS) / weeks) - GAP)) + GAP;
}

const columnOf = (entries, index) => Math.floor((index + weekdayOf(entries[0].date)) / 7);

function cell({ date, count, level }, column, step) {
  return svg('rect', {
    class: `day-cell level-${level}`,
    x: column * step + 1,
    y: HEADER + weekdayOf(date) * step + 1,
    width: step - GAP,
    height: step - GAP,
    rx: 3,
    'data-date': date,
    'data-count': count,
    'data-tip': `${count === 0 ? 'No interactions' : plural(count, 'interaction')}\n${fullDay(date)}`,
  });
}

/** A month is named over the column of its first day, and the first one over the first column if there is room. */
function months(entries, weeks, step) {
  const labels = entries
    .map(({ date }, index) => ({ text: monthOf(date), column: columnOf(entries, index), first: isFirstOfMonth(date) }))
    .filter(({ first }, index) => first || index === 0);
  return labels
    .filter(({ first, column }, index) => {
      const next = labels[index + 1]?.column ?? weeks;
      return first || labels.length === 1 || (next - column) * step >= MONTH_WIDTH;
    })
    .map(({ text, column }) => svg('text', monthPlace(column, weeks, step), text));
}

const monthPlace = (column, weeks, step) =>
  (weeks - column) * step >= 26
    ? { x: column * step + 1, y: 11 }
    : { x: weeks * step, y: 11, 'text-anchor': 'end' };

function weekdayAxis(step) {
  return svg('svg', { class: 'axis', width: AXIS, height: HEADER + 7 * step, 'aria-hidden': 'true' },
    ...WEEKDAYS.map((name, index) => svg('text', { x: 0, y: HEADER + index * 2 * step + (step - GAP) / 2 + 5 }, name)));
}

function summaryOf(entries) {
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  const active = entries.filter(({ count }) => count > 0).length;
  const range = dayRange(entries[0].date, entries.at(-1).date);
  return `Calendar of interactions, ${range}: ${exactCount(total)} in total, `
    + `on ${active} of ${plural(entries.length, 'day')}.`;
}

function showBusiest(entries) {
  const busiest = entries.reduce((best, entry) => (entry.count > best.count ? entry : best));
  setText('busiest', busiest.count === 0 ? '' : `Busiest: ${fullDay(busiest.date)}, ${exactCount(busiest.count)}`);
}
