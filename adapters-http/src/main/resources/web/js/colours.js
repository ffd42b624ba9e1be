/** One more than there are known tools, so that others always find a free one. */
const SLOTS = 8;
const OWN = {
  claude_code: 1, cursor: 2, github_copilot: 3, codex: 4, gemini_cli: 5, openai: 6, anthropic_api: 7,
};

/** A class for each tool: the known ones always have the same colour, whatever else is on the page. */
export function toolColours(tools) {
  const slugs = tools.map((tool) => tool.tool_name).sort();
  const taken = new Set(slugs.map((slug) => OWN[slug]));
  const free = Array.from({ length: SLOTS }, (_, index) => index + 1).filter((slot) => !taken.has(slot));
  const others = slugs.filter((slug) => !Object.hasOwn(OWN, slug));
  const slotOf = (slug) => (Object.hasOwn(OWN, slug) ? OWN[slug] : free[others.indexOf(slug) % free.length]);
  return new Map(slugs.map((slug) => [slug, `tool-${slotOf(slug)}`]));
}
