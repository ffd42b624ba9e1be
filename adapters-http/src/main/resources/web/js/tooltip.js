import { h } from './dom.js';

const GAP = 10;
const EDGE = 6;

/** One tip for all marks with `data-tip`: a comfort for pointers only, the same facts stand in the table of days. */
export function installTooltip() {
  const tip = h('div', { class: 'tip', 'aria-hidden': 'true', hidden: '' });
  document.body.append(tip);
  const hide = () => { tip.hidden = true; };

  document.addEventListener('pointerover', (event) => {
    const mark = event.target.closest?.('[data-tip]');
    if (mark) showAt(tip, mark);
    else hide();
  });
  document.addEventListener('pointerdown', (event) => { if (!event.target.closest?.('[data-tip]')) hide(); });
  document.addEventListener('pointerleave', hide);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
  document.addEventListener('scroll', hide, { capture: true, passive: true });
  return { hide };
}

function showAt(tip, mark) {
  tip.textContent = mark.dataset.tip;
  tip.hidden = false;
  const target = mark.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - size.width - EDGE;
  const left = Math.max(EDGE, Math.min(room, target.left + target.width / 2 - size.width / 2));
  const above = target.top - size.height - GAP;
  tip.style.transform = `translate(${left}px, ${above < EDGE ? target.bottom + GAP : above}px)`;
}
