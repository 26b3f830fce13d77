// The customer's orders to choose from: product, amount, masked target, time, state, and the time left. It is mostly one of the
// latest: the earlier ones open on demand, so that the first stays in view.

import { h } from '../../js/dom.js';
import { t } from '../../js/i18n.js';
import { orderLine } from './order-line.js';

const latest = 3;

export function orderPicker({ title, orders }, choose) {
  const rows = orders.map(order => h('li', {},
    h('button', { type: 'button', class: 'picker-row', 'data-option': order.optionId, onClick: () => choose(order.optionId) }, orderLine(order))));
  const earlier = rows.slice(latest);
  const more = h('button', { type: 'button', class: 'button' }, t('card.earlier', { count: earlier.length }));
  more.addEventListener('click', () => {
    show(earlier, true);
    more.remove();
    earlier[0].querySelector('button').focus();
  });
  show(earlier, false);
  return h('section', { class: 'chat-card', 'aria-label': title },
    h('h3', {}, title),
    h('ul', { class: 'picker' }, rows),
    earlier.length > 0 ? more : null);
}

function show(rows, visible) {
  for (const row of rows) {
    row.hidden = !visible;
  }
}
