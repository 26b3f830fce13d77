// The customer's orders to choose from: product, amount, masked target, time, state, and the time left.

import { h } from '../../js/dom.js';
import { orderLine } from './order-line.js';

export function orderPicker({ title, orders }, choose) {
  return h('section', { class: 'chat-card', 'aria-label': title },
    h('h3', {}, title),
    h('ul', { class: 'picker' }, orders.map(order => h('li', {},
      h('button', { type: 'button', class: 'picker-row', 'data-option': order.optionId, onClick: () => choose(order.optionId) },
        orderLine(order))))));
}
