import { announce } from '../announce.js';
import { api } from '../api.js';
import { h } from '../dom.js';
import { guestProof } from '../guest-orders.js';
import { t } from '../i18n.js';
import { problem } from '../parts/fields.js';
import { statusWord, windowIsOpen } from '../parts/order-facts.js';
import { paymentCheck } from '../parts/payment-check.js';
import { poll } from '../poll.js';
import { isGuest } from '../session.js';
import { orderPage } from './order-page.js';

/** @type {import('../router.js').View} */
export async function orderView(stage, no) {
  const proof = isGuest() ? guestProof(no) : {};
  const first = await api.order(no, proof).catch(error => error.status === 404 ? null : Promise.reject(error));
  if (first === null) {
    stage.append(h('h1', {}, t('order.notFound')), h('p', { class: 'lead' }, t('order.notFoundHint')),
      h('a', { class: 'button', href: '#/orders' }, t('nav.orders')));
    return undefined;
  }

  const told = problem();
  const lost = h('p', { class: 'notice notice-warn', role: 'status', hidden: true }, t('error.reconnecting'));
  const place = h('div', {});
  const check = paymentCheck(() => shown.order);
  check.result.classList.add('card');
  let shown = null;
  // The codes come in the answer to the customer's own press, and only there: what is read later masks them again.
  let codes = null;

  const show = read => {
    const order = codes ? { ...read, codes } : read;
    const facts = JSON.stringify([order, windowIsOpen(order)]);
    lost.hidden = true;
    if (order.status !== 'unpaid') {
      check.clear();
    }
    if (shown?.facts !== facts) {
      redraw(place, orderPage(order, actions));
      tellChange(shown?.order, order);
      shown = { order, facts };
    }
  };
  const attempt = act => async () => {
    told.say('');
    try {
      await act();
    } catch (error) {
      told.say(t(error.status === 409 ? 'order.refused' : 'error.unreachable'));
      redraw(place, orderPage(shown.order, actions));
    }
  };
  const actions = {
    check: isGuest() ? null : check,
    pay: attempt(async () => show(await api.pay(no, proof))),
    reveal: attempt(async () => {
      const revealed = await api.reveal(no, proof);
      ({ codes } = revealed);
      show(revealed);
    }),
  };

  show(first);
  stage.append(h('a', { class: 'back', href: '#/orders' }, t('order.back')), lost, told.element, check.result, place);
  return poll(async () => show(await api.order(no, proof)), 2000, () => { lost.hidden = false; });
}

/** Keeps the focus where it was, or on the title if that button is gone. */
function redraw(place, page) {
  const focused = place.contains(document.activeElement) ? document.activeElement.id : null;
  place.replaceChildren(page);
  if (focused) {
    (document.getElementById(focused) ?? place.querySelector('h1')).focus();
  }
}

function tellChange(before, after) {
  if (before && before.status !== after.status) {
    announce(t('orders.changed', { order: `${after.product} ${after.denomination}`, status: statusWord(after) }));
  }
}
