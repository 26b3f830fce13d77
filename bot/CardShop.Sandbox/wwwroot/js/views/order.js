import { announce } from '../announce.js';
import { api } from '../api.js';
import { h } from '../dom.js';
import { guestProof } from '../guest-orders.js';
import { t, word } from '../i18n.js';
import { windowIsOpen } from '../parts/order-facts.js';
import { poll } from '../poll.js';
import { isGuest } from '../session.js';
import { orderPage } from './order-page.js';

/** @type {import('../router.js').View} */
export async function orderView(stage, no) {
  const proof = isGuest() ? guestProof(no) : {};
  const lost = h('p', { class: 'notice notice-warn', role: 'status', hidden: true }, t('error.reconnecting'));
  const place = h('div', {});
  let shown;

  const show = order => {
    const facts = JSON.stringify([order, windowIsOpen(order)]);
    lost.hidden = true;
    if (shown?.facts === facts) {
      return;
    }
    if (shown && shown.order.status !== order.status) {
      announce(t('orders.changed', { order: `${order.product} ${order.denomination}`, status: word('status', order.status) }));
    }
    const focused = place.contains(document.activeElement) ? document.activeElement.id : null;
    place.replaceChildren(orderPage(order, {
      pay: async () => show(await api.pay(no, proof)),
      reveal: async () => show(await api.reveal(no, proof)),
    }));
    if (focused) {
      (document.getElementById(focused) ?? place.querySelector('h1')).focus();
    }
    shown = { order, facts };
  };

  const first = await api.order(no, proof).catch(error => error.status === 404 ? null : Promise.reject(error));
  if (first === null) {
    stage.append(h('h1', {}, t('order.notFound')), h('p', { class: 'lead' }, t('order.notFoundHint')),
      h('a', { class: 'button', href: '#/orders' }, t('nav.orders')));
    return undefined;
  }
  show(first);
  stage.append(h('a', { class: 'back', href: '#/orders' }, t('order.back')), lost, place);
  return poll(async () => show(await api.order(no, proof)), 2000, () => { lost.hidden = false; });
}
