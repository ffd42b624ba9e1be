import { byId, setText } from './dom.js';
import { UNKNOWN, count, countNode, estimateNode, exactCount, percent, plural } from './format.js';
import { sum, tokensOf } from './measures.js';

export function showTotals(data) {
  showInteractions(data);
  showTokens(tokensOf(data.tools));
  showCost(data);
  show('total-days', countNode(data.active_days), `of ${plural(data.range.days, 'day')}`);
  showTopTool(data);
}

function showInteractions({ total_interactions: total, active_days: days }) {
  const note = days > 0 ? `${count(Math.round(total / days))} per active day` : '';
  show('total-interactions', countNode(total), note);
}

function showTokens(tokens) {
  const split = tokens.plain !== null;
  setText('total-tokens-label', split ? 'Tokens, in + out' : 'Tokens');
  show('total-tokens', countNode(split ? tokens.plain : tokens.total), tokensNote(tokens, split));
  show('total-cache', countNode(tokens.cache),
    tokens.cache === null ? '' : `${count(tokens.cacheRead)} read · ${count(tokens.cacheCreation)} created`);
}

function tokensNote({ input, output, total, unsplit }, split) {
  if (!split) return total === null ? '' : 'not told apart by kind';
  const kinds = `${count(input)} in · ${count(output)} out`;
  return unsplit > 0 ? `${kinds}\n+ ${count(unsplit)} of unknown kind` : kinds;
}

function showCost({ tools, warnings }) {
  const cost = sum(tools.map((tool) => tool.cost_usd));
  const unpriced = sum(warnings.filter(({ code }) => code === 'unpriced_model').map(({ requests }) => requests));
  const notes = [cost === null ? '' : 'estimate', unpriced ? `${count(unpriced)} unpriced` : ''];
  show('total-cost', estimateNode(cost), notes.filter(Boolean).join(', '));
}

function showTopTool({ top_tool: top, total_interactions: total }) {
  const name = document.createElement('span');
  name.textContent = top?.name ?? UNKNOWN;
  if (top) name.title = top.name;
  const note = top && total > 0 ? `${exactCount(top.requests)} · ${percent(top.requests / total)}` : '';
  show('total-tool', name, note);
}

function show(id, node, note) {
  byId(id).replaceChildren(node);
  setText(`${id}-note`, note);
}
