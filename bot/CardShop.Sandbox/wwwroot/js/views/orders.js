import { announce } from '../announce.js';
import { api } from '../api.js';
import { now } from '../clock.js';
import { h } from '../dom.js';
import { moment, money, target } from '../format.js';
import { guestOrderNumbers, guestProof } from '../guest-orders.js';
import { t, word } from '../i18n.js';
import { statusBadge, statusWord, windowCountDown, windowIsOpen } from '../parts/order-facts.js';
import { poll } from '../poll.js';
import { isGuest } from '../session.js';
import { lookupForm } from './lookup.js';

/** @type {import('../router.js').View} Refreshes by itself: an order may ship while the customer looks on. */
export async function ordersView(stage) {
  const read = isGuest() ? guestOrders : api.orders;
  const list = h('ul', { class: 'orders' });
  const rows = new Map();
  const lost = h('p', { class: 'notice notice-warn', role: 'status', hidden: true }, t('error.reconnecting'));

  const refresh = async () => {
    fill(list, rows, await read());
    lost.hidden = true;
  };

  await refresh();
  stage.append(h('h1', {}, t('orders.title')), lost);
  if (isGuest()) {
    stage.append(h('p', { class: 'lead' }, t('orders.guest')), lookupForm());
  }
  if (rows.size > 0) {
    stage.append(list);
  } else if (!isGuest()) {
    stage.append(h('div', { class: 'empty' }, h('p', {}, t('orders.empty')), h('a', { class: 'button', href: '#/' }, t('nav.catalogue'))));
  }
  return poll(refresh, 2000, () => { lost.hidden = false; });
}

const guestOrders = () => Promise.all(guestOrderNumbers().map(no => api.order(no, guestProof(no))));

/** Touches only the rows that changed, so that focus and a screen reader's place stay. */
function fill(list, rows, orders) {
  for (const [index, order] of orders.entries()) {
    const known = rows.get(order.orderNo);
    const facts = JSON.stringify([order, windowIsOpen(order)]);
    if (known?.facts !== facts) {
      const element = orderRow(order);
      if (known) {
        replace(known.element, element);
        tell(known.order, order, element);
      }
      rows.set(order.orderNo, { element, order, facts });
    }
    const { element } = rows.get(order.orderNo);
    if (list.children[index] !== element) {
      list.insertBefore(element, list.children[index] ?? null);
    }
  }
}

function replace(before, after) {
  const focused = before.contains(document.activeElement);
  before.replaceWith(after);
  if (focused) {
    after.querySelector('a').focus();
  }
}

function tell(before, after, element) {
  if (before.status !== after.status) {
    element.classList.add('has-changed');
    announce(t('orders.changed', { order: `${after.product} ${after.denomination}`, status: statusWord(after) }));
  }
}

function orderRow(order) {
  return h('li', { class: 'card order-row', 'data-order': order.orderNo },
    h('div', { class: 'order-row-top' },
      h('h2', { lang: 'zh-CN' }, h('a', { class: 'cover', href: `#/orders/${encodeURIComponent(order.orderNo)}` },
        `${order.product} ${order.denomination}`, order.quantity > 1 ? ` × ${order.quantity}` : '')),
      statusBadge(order)),
    h('p', { class: 'order-row-facts' },
      h('strong', { class: 'price' }, money(order.amountFen)),
      target(order.target) ? h('span', { class: 'exact', lang: 'zh-CN' }, target(order.target)) : null),
    h('p', { class: 'order-row-foot muted' },
      h('span', {}, moment(order.paidAt ?? order.createdAt, now())),
      h('span', {}, order.orderNo),
      windowIsOpen(order) ? windowCountDown(order) : null,
      order.refund && order.refund.state !== 'none' ? h('span', {}, word('refund', order.refund.state)) : null));
}
