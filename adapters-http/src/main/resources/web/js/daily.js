import { dayAndMonth, fullDay, isFirstOfMonth, monthOf, weekdayOf } from './dates.js';
import { byId, h, svg } from './dom.js';
import { count, estimate, exactCount, money, plural } from './format.js';
import { sum } from './measures.js';
import { scrollBox } from './scrolling.js';

const HEIGHT = 200;
const TOP = 10;
const BOTTOM = 22;
const PLOT = HEIGHT - TOP - BOTTOM;
const AXIS = 44;
const NARROWEST = 2.5;
const WIDEST_BAR = 48;

const MEASURES = {
  requests: { name: 'Interactions', tick: count, exact: exactCount, smallestStep: 1 },
  tokens: { name: 'Tokens', tick: count, exact: exactCount, smallestStep: 1 },
  cost_usd: { name: 'Cost', tick: money, exact: estimate, smallestStep: 0.01 },
};

/** `dates` are all days of the range, `tools` carry their days with data; each bar is stacked by tool. */
export function showDaily({ dates, tools, colours, measure: key }) {
  const measure = MEASURES[key];
  const used = tools.filter((tool) => tool.daily_breakdown.some((day) => day[key] > 0)).reverse();
  const days = dates.map((date) => ({ date, parts: [] }));
  const byDate = new Map(days.map((day) => [day.date, day]));
  for (const tool of used) {
    for (const entry of tool.daily_breakdown) byDate.get(entry.date)?.parts.push({ tool, value: entry[key] });
  }
  for (const day of days) day.total = sum(day.parts.map((part) => part.value));

  const peak = Math.max(...days.map((day) => day.total ?? 0));
  if (peak === 0) {
    byId('daily').replaceChildren(h('p', { class: 'nothing' }, nothing(measure, tools, key)));
  } else {
    draw(days, peak, measure, colours);
  }
  showLegend([...used].reverse(), colours);
}

function nothing(measure, tools, key) {
  const values = tools.flatMap((tool) => tool.daily_breakdown.map((day) => day[key]));
  if (values.length === 0) return 'No usage on these days.';
  return sum(values) === null ? `${measure.name}: not known for these days.` : `${measure.name}: none on these days.`;
}

function draw(days, peak, measure, colours) {
  const ticks = ticksUpTo(peak, measure.smallestStep);
  const top = ticks.at(-1);
  const yOf = (value) => Math.round(TOP + PLOT * (1 - value / top));
  const room = byId('daily').clientWidth - AXIS;
  const width = Math.max(room, days.length * NARROWEST);
  const step = width / days.length;

  const axis = svg('svg', { class: 'axis', width: AXIS, height: HEIGHT, 'aria-hidden': 'true' },
    ...ticks.map((tick) => svg('text', { x: AXIS - 8, y: yOf(tick) + 4, 'text-anchor': 'end' }, measure.tick(tick))));
  const chart = svg('svg', { width, height: HEIGHT, role: 'img', 'aria-label': summaryOf(days, peak, measure) },
    ...ticks.map((tick) => gridLine(yOf(tick) + 0.5, width)),
    ...days.flatMap((day, index) => bar(day, index, { step, yOf, colours })),
    ...dateLabels(days, step, width),
    ...days.map((day, index) => slot(day, index, step, measure)));
  byId('daily').replaceChildren(axis, scrollBox('Chart by day', chart));
}

const gridLine = (y, width) => svg('line', { class: 'grid-line', x1: 0, x2: width, y1: y, y2: y });

function bar(day, index, { step, yOf, colours }) {
  const gap = gapOf(step);
  const width = Math.min(WIDEST_BAR, Math.round((index + 1) * step) - Math.round(index * step) - gap);
  const x = step > WIDEST_BAR ? index * step + (step - width) / 2 : Math.round(index * step) + Math.floor(gap / 2);
  let below = 0;
  return day.parts.filter((part) => part.value > 0).map(({ tool, value }) => {
    const bottom = yOf(below);
    below += value;
    const height = Math.max(1, bottom - yOf(below));
    return svg('rect', { class: `segment ${colours.get(tool.tool_name)}`, x, width, y: bottom - height, height });
  });
}

/** Bars of two or three pixels touch each other: gaps between them would only flicker. */
const gapOf = (step) => (step < 4 ? 0 : step < 6 ? 1 : Math.min(4, Math.round(step / 5)));

/** The whole column answers the pointer, not only the bar. */
function slot(day, index, step, measure) {
  const lines = [...day.parts].reverse().map(({ tool, value }) => `${tool.name}: ${measure.exact(value)}`);
  const total = day.total === null ? 'No data' : `${measure.name}: ${measure.exact(day.total)}`;
  const text = [fullDay(day.date), total, ...(lines.length > 1 ? lines : [])].join('\n');
  const place = { x: index * step, y: TOP, width: step, height: PLOT };
  return svg('rect', { class: 'day-slot', ...place, 'data-date': day.date, 'data-tip': text });
}

function dateLabels(days, step, width) {
  const short = step >= 52 ? () => true : days.length <= 45 ? (date) => weekdayOf(date) === 0 : isFirstOfMonth;
  const text = short === isFirstOfMonth ? monthOf : dayAndMonth;
  const half = short === isFirstOfMonth ? 12 : 20;
  const spaced = days.map(({ date }, index) => ({ date, x: (index + 0.5) * step })).filter(({ date }) => short(date));
  return spaced
    .filter(({ x }) => days.length === 1 || (x > half && x < width - half))
    .map(({ date, x }) => svg('text', { x, y: HEIGHT - 5, 'text-anchor': 'middle' }, text(date)));
}

/** Three to five round steps: 1, 2, 2.5 or 5 times a power of ten, and whole numbers for what is counted. */
function ticksUpTo(peak, smallestStep) {
  const rough = peak / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const fits = (step) => step >= rough && (smallestStep < 1 || Number.isInteger(step));
  const step = Math.max(smallestStep, [1, 2, 2.5, 5, 10].map((factor) => factor * power).find(fits) ?? 0);
  return Array.from({ length: Math.ceil(peak / step - 1e-9) + 1 }, (_, index) => index * step);
}

function summaryOf(days, peak, measure) {
  const best = days.find((day) => day.total === peak);
  const total = sum(days.map((day) => day.total));
  return `${measure.name} by day, for ${plural(days.length, 'day')}: ${measure.exact(total)} in total, `
    + `most on ${fullDay(best.date)} with ${measure.exact(peak)}.`;
}

function showLegend(tools, colours) {
  byId('daily-legend').replaceChildren(...tools.map((tool) =>
    h('li', {}, h('span', { class: `swatch ${colours.get(tool.tool_name)}` }), tool.name)));
}
