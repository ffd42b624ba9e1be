/** Skips what is unknown; a sum of nothing but unknowns is unknown. */
export function sum(values) {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** Cache reads outweigh all else by far, so what was read and written is told apart from the cache. */
export function tokensOf(tools) {
  const kind = (name) => sum(tools.map((tool) => tool.tokens?.[name]));
  const [input, output, cacheRead, cacheCreation] = ['input', 'output', 'cache_read', 'cache_creation'].map(kind);
  const total = sum(tools.map((tool) => tool.total_tokens));
  return {
    input,
    output,
    cacheRead,
    cacheCreation,
    total,
    plain: sum([input, output]),
    cache: sum([cacheRead, cacheCreation]),
    unsplit: Math.max(0, (total ?? 0) - (sum([input, output, cacheRead, cacheCreation]) ?? 0)),
  };
}

/** The same model or project seen in several tools is one line. */
export function mergedByName(entries) {
  const groups = new Map();
  for (const entry of entries) groups.set(entry.name, [...(groups.get(entry.name) ?? []), entry]);
  return [...groups].map(([name, group]) => ({ name, ...added(group) })).sort(byRequestsThenTokens);
}

/** One entry for each day with data, all tools together, oldest first. */
export function activeDays(tools) {
  const groups = new Map();
  for (const day of tools.flatMap((tool) => tool.daily_breakdown)) {
    groups.set(day.date, [...(groups.get(day.date) ?? []), day]);
  }
  return [...groups].map(([date, group]) => ({ date, ...added(group) })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

const added = (entries) => ({
  requests: sum(entries.map((entry) => entry.requests)),
  tokens: sum(entries.map((entry) => entry.tokens)),
  cost_usd: sum(entries.map((entry) => entry.cost_usd)),
});

const byRequestsThenTokens = (a, b) =>
  (b.requests ?? 0) - (a.requests ?? 0) || (b.tokens ?? 0) - (a.tokens ?? 0) || (a.name < b.name ? -1 : 1);
