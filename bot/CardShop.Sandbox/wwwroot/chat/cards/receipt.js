// What was done, or what was recorded.

import { h } from '../../js/dom.js';

export function receipt({ title, rows }) {
  return h('section', { class: 'chat-card', 'aria-label': title },
    h('h3', {}, title),
    h('dl', { class: 'facts' }, rows.map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', {}, value)))));
}
