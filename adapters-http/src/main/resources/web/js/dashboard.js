import { toolColours } from './colours.js';
import { showDaily } from './daily.js';
import { dayRange } from './dates.js';
import { showDays } from './days.js';
import { byId, setText } from './dom.js';
import { showEmptiness } from './empty.js';
import { showHeatmap } from './heatmap.js';
import { activeDays, mergedByName } from './measures.js';
import { showWarnings } from './notices.js';
import { ranking } from './rankings.js';
import { showTools } from './tools.js';
import { showTotals } from './totals.js';

const showModels = ranking('models', { heading: 'Model', nothing: 'No source names a model in this range.' });
const showProjects = ranking('projects', { heading: 'Project', nothing: 'No source names a project in this range.' });

export function showDashboard(data) {
  const { from, to, timezone } = data.range;
  setText('range-text', `${dayRange(from, to)} · ${timezone}`);
  showWarnings(data);
  showEmptiness(data);
  if (data.tools.length === 0) return;
  showTotals(data);
  showTools(data, toolColours(data.tools));
  showModels(mergedByName(data.tools.flatMap((tool) => tool.models)));
  showProjects(mergedByName(data.tools.flatMap((tool) => tool.top_projects)));
  showDays(activeDays(data.tools));
  showCharts(data);
}

/** Charts are drawn to the pixel, so they are drawn again when their room or the measure changes. */
export function showCharts(data) {
  if (data.tools.length === 0) return;
  showHeatmap(data.heatmap_data, roomIn(byId('heatmap').closest('.row')));
  showDaily({
    dates: data.heatmap_data.map(({ date }) => date),
    tools: data.tools,
    colours: toolColours(data.tools),
    measure: document.querySelector('#measures input:checked').value,
  });
}

/** The widest that a panel's content can get in this row, whatever stands beside it now. */
function roomIn(row) {
  const style = getComputedStyle(row.firstElementChild);
  return row.clientWidth - ['paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth']
    .reduce((sum, side) => sum + parseFloat(style[side]), 0);
}
