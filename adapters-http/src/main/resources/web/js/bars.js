import { h } from './dom.js';

/** Decoration beside a number. The width is set by script: the page's policy forbids style attributes. */
export function shareBar(fraction, colourClass = null) {
  const filled = h('span', { class: colourClass });
  filled.style.inlineSize = `${Math.min(100, (fraction ?? 0) * 100)}%`;
  filled.hidden = !fraction;
  return h('span', { class: 'bar', 'aria-hidden': 'true' }, filled);
}
