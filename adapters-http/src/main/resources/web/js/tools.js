import { shareBar } from './bars.js';
import { byId, h } from './dom.js';
import { countNode, estimateNode, percent } from './format.js';
import { sum, tokensOf } from './measures.js';

const BASES = {
  requests: 'counts requests',
  sessions_and_edits: 'counts sessions + edits',
  prompts_and_acceptances: 'counts prompts + acceptances',
  as_given: 'counts as given',
  mixed: 'counts differ by day',
};

export function showTools({ tools, range }, colours) {
  const all = sum(tools.map((tool) => tool.total_requests));
  byId('tools').replaceChildren(...tools.map((tool) =>
    row(tool, all ? (tool.total_requests ?? 0) / all : null, { colour: colours.get(tool.tool_name), range })));
}

function row(tool, share, { colour, range }) {
  return h('li', { 'data-tool': tool.tool_name },
    h('div', { class: 'tool-name' },
      h('h3', {}, h('span', { class: `swatch ${colour}` }), h('span', {}, tool.name)),
      h('p', {}, basisOf(tool, range))),
    h('div', { class: 'share' },
      shareBar(share, colour),
      h('span', { class: 'percent', title: 'Share of all interactions' }, percent(share))),
    measuresOf(tool));
}

function basisOf({ request_basis: basis, day_basis: days }, range) {
  const counted = BASES[basis] ?? (basis ? `counts ${basis.replaceAll('_', ' ')}` : '');
  const utc = days && days !== 'zoned' && range.timezone !== 'UTC' ? 'days in UTC' : '';
  return [counted, utc].filter(Boolean).join(', ');
}

function measuresOf(tool) {
  const tokens = tokensOf([tool]);
  return h('dl', {},
    measure('Interactions', countNode(tool.total_requests)),
    measure(tokens.plain === null ? 'Tokens' : 'In + out', countNode(tokens.plain ?? tokens.total)),
    measure('Cache', countNode(tokens.cache)),
    measure('Cost', estimateNode(tool.cost_usd)),
    measure('Active days', countNode(tool.active_days)),
    measure('Accepted', h('span', {}, percent(tool.acceptance_rate))));
}

const measure = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
