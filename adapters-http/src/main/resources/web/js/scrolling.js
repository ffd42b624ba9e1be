import { h } from './dom.js';

/** A wide chart scrolls in a box of its own, from the newest day; only a box that scrolls needs the keyboard. */
export function scrollBox(label, chart) {
  const box = h('div', { class: 'chart-scroll' }, chart);
  requestAnimationFrame(() => {
    box.scrollLeft = box.scrollWidth;
    if (box.scrollWidth <= box.clientWidth) return;
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', label);
  });
  return box;
}
