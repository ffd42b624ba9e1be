import { heldToken } from './token.js';

const TIMEOUT_MILLIS = 30_000;

/**
 * What went wrong, in words for the reader; `passing` when it may be over soon without anybody doing something, `needsToken` when
 * the reader has to say who they are.
 */
export class Problem extends Error {
  constructor({ title, detail, fields = [], passing = false, needsToken = false }) {
    super(detail);
    Object.assign(this, { title, detail, fields, passing, needsToken });
  }
}

/** Relative, so that the page also works behind a path prefix. */
export const dashboardUrl = (days) => `api/ai-usage/dashboard?days=${days}`;

/** `no-cache` lets the browser ask with the ETag that it holds; an unchanged answer then costs no transfer. */
export async function fetchDashboard(days, signal) {
  const response = await answered(dashboardUrl(days), signal);
  if (!response.ok) throw await problemOf(response);
  return { etag: response.headers.get('ETag'), data: await response.json().catch(unreadable) };
}

async function answered(url, signal) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), TIMEOUT_MILLIS);
  signal.addEventListener('abort', () => limit.abort());
  try {
    return await fetch(url, { cache: 'no-cache', headers: headers(), signal: limit.signal });
  } catch {
    signal.throwIfAborted();
    throw new Problem({
      title: 'The service does not answer',
      detail: 'It may have been stopped, or it cannot be reached from here.',
      passing: true,
    });
  } finally {
    clearTimeout(timer);
  }
}

function headers() {
  const token = heldToken();
  return { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  return new Problem({
    title: body.title ?? 'The service reported a problem',
    detail: body.detail ?? `It answered with status ${response.status}.`,
    fields: body.errors ?? [],
    passing: response.status >= 500,
    needsToken: response.status === 401,
  });
}

function unreadable(error) {
  if (error.name === 'AbortError') throw error;
  throw new Problem({
    title: 'The answer could not be read',
    detail: 'What came back is not the JSON that this page expects.',
  });
}
