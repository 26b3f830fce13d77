// Builds elements. Text always becomes text nodes: nothing that a shop or a customer wrote is ever read as HTML.

/**
 * @param {string} tag
 * @param {Record<string, any>} [props] `class`, `onClick`-like handlers, `aria-*`, plain attributes; null and false are left out.
 * @param {...any} children nodes, strings, or nested arrays of them; null and false are left out.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    set(element, name, value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** What the shop or a customer has written keeps its language, whatever the page's. */
export const theirs = text => text ? h('span', { lang: 'zh-CN' }, text) : null;

/** Parts of one line, with a dot between them; empty ones are left out. */
export const line = parts => parts.filter(Boolean).flatMap((part, index) => index > 0 ? [' · ', part] : [part]);

function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name.startsWith('on')) {
    element.addEventListener(name.slice(2).toLowerCase(), value);
  } else if (name === 'value') {
    element.value = value;
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** A drawn icon from the page's small set; decorative, so hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `icons.svg#${name}`);
  svg.append(use);
  return svg;
}
