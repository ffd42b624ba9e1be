import { byId, setText } from './dom.js';
import { isScanning } from './notices.js';
import { heldToken } from './token.js';

const LONGEST_OFFERED = 365;

/** No tool at all means an empty home; tools without numbers mean only that this range is quiet. */
export function showEmptiness(data) {
  const empty = data.tools.length === 0;
  byId('empty').hidden = !empty;
  byId('dashboard').hidden = empty;
  setText('empty-title', isScanning(data) ? 'Reading your local logs…' : 'No AI usage here yet');
  setText('empty-lead', isScanning(data)
    ? 'The first numbers appear here as soon as they are read. Meanwhile, these are the ways to fill this page.'
    : 'Nothing has been found or imported so far. There are three ways to fill this page.');
  const token = heldToken() ? '-H "Authorization: Bearer $TOKEN" ' : '';
  setText('empty-curl', `curl ${token}--data-binary @file '${new URL('api/ai-usage/import', document.baseURI)}'`);
  showQuiet(data);
}

function showQuiet({ total_interactions: total, active_days: active, range }) {
  byId('quiet').hidden = total > 0 || active > 0;
  const hint = range.days < LONGEST_OFFERED ? ' A longer range may show more.' : '';
  setText('quiet', `No usage in this range.${hint}`);
}
