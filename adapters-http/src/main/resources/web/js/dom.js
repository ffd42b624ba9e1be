// Names of projects, models and tools come from files and vendors: they only ever become text, never markup.

const SVG = 'http://www.w3.org/2000/svg';

export const h = (tag, attributes, ...children) => built(document.createElement(tag), attributes, children);

export const svg = (tag, attributes, ...children) => built(document.createElementNS(SVG, tag), attributes, children);

export const byId = (id) => document.getElementById(id);

/** A write that changes nothing would still be announced again by a live region. */
export function setText(id, text) {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

function built(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
