import { Problem, dashboardUrl, fetchDashboard } from './api.js';
import { showCharts, showDashboard } from './dashboard.js';
import { byId, setText } from './dom.js';
import { hideLogin, onToken, showLogin } from './login.js';
import { clearProblem, isScanning, showFreshness, showProblem } from './notices.js';
import { daysFromAddress, markRange, onRangeChange } from './range.js';
import { refresher } from './refresh.js';
import { installTooltip } from './tooltip.js';

const SECONDS = { whileScanning: 2, whileFailing: 10, otherwise: 60 };

let shown = null;
let running = new AbortController();

const tooltip = installTooltip();
const again = refresher(load);

async function load() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const days = daysFromAddress();
  markRange(days);
  byId('json').href = dashboardUrl(days);
  byId('main').setAttribute('aria-busy', String(shown !== null && shown.days !== days));
  try {
    accept(days, await fetchDashboard(days, signal));
  } catch (problem) {
    if (signal.aborted) return;
    refuse(problem);
  }
  byId('main').setAttribute('aria-busy', 'false');
  byId('main').removeAttribute('data-loading');
}

/** An answer that did not change leaves the page alone, with the reader's scroll position and open parts. */
function accept(days, { etag, data }) {
  const changed = shown === null || shown.days !== days || etag === null || shown.etag !== etag;
  const scanning = isScanning(data);
  shown = { days, etag, data, at: new Date() };
  clearProblem();
  hideLogin();
  if (changed) {
    tooltip.hide();
    showDashboard(data);
  }
  showFreshness({ scanning, at: shown.at });
  again(scanning ? SECONDS.whileScanning : SECONDS.otherwise);
}

function refuse(cause) {
  const problem = cause instanceof Problem ? cause : faultOfThisPage(cause);
  if (problem.needsToken) {
    askWhoItIs();
    return;
  }
  if (shown === null) {
    byId('dashboard').hidden = true;
    setText('range-text', '');
  }
  showFreshness({ scanning: false, at: null });
  showProblem(problem, { at: shown?.at ?? null, retry: load });
  again(problem.passing ? SECONDS.whileFailing : SECONDS.otherwise);
}

/** What was shown is taken away: the reader may be another one now. */
function askWhoItIs() {
  shown = null;
  for (const id of ['dashboard', 'empty', 'warnings']) byId(id).hidden = true;
  setText('range-text', '');
  showFreshness({ scanning: false, at: null });
  clearProblem();
  showLogin();
}

function faultOfThisPage(error) {
  console.error(error);
  return new Problem({ title: 'This page could not show the answer', detail: `It failed with: ${error.message}.` });
}

onRangeChange(load);
onToken(load);
byId('measures').addEventListener('change', () => shown && showCharts(shown.data));

let width = document.documentElement.clientWidth;
window.addEventListener('resize', () => {
  if (width === document.documentElement.clientWidth) return;
  width = document.documentElement.clientWidth;
  if (shown) showCharts(shown.data);
});

load();
