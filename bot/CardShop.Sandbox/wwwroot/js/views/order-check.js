// The check before paying (rule V1): account, product and amount in large type, and a way back to mend them.

import { api } from '../api.js';
import { h } from '../dom.js';
import { money } from '../format.js';
import { rememberGuestOrder } from '../guest-orders.js';
import { t } from '../i18n.js';
import { problem } from '../parts/fields.js';
import { paymentCheck } from '../parts/payment-check.js';
import { isGuest } from '../session.js';
import { go } from '../router.js';

export function checkStep(product, draft, edit) {
  // One key for one look at the check: pressing twice in a hurry, or again after a failure, places one order.
  const submittedKey = crypto.randomUUID();
  const amountFen = product.denominations.find(face => face.name === draft.denomination).priceFen * draft.quantity;
  const told = problem();
  const buttons = h('div', { class: 'actions' });

  const order = pays => async () => {
    setBusy(buttons, true);
    try {
      const placed = await api.place({ ...draft, submittedKey });
      const proof = { contact: draft.contact, queryPassword: draft.queryPassword };
      if (isGuest()) {
        rememberGuestOrder(placed.orderNo, proof);
      }
      if (pays) {
        await api.pay(placed.orderNo, isGuest() ? proof : {});
      }
      go(`/orders/${encodeURIComponent(placed.orderNo)}`);
    } catch (error) {
      told.say(t(error.status === 0 || error.status >= 500 ? 'error.unreachable' : 'check.refused'));
      setBusy(buttons, false);
    }
  };

  const readBack = h('dl', { class: 'read-back' },
    Object.entries(draft.target).map(([name, value]) => line(t(`form.${name}`), value, 'exact')),
    line(t('check.product'), `${draft.product} ${draft.denomination}${draft.quantity > 1 ? ` × ${draft.quantity}` : ''}`),
    line(t('check.amount'), money(amountFen)));
  const { denomination, quantity, target } = draft;
  const check = paymentCheck(() => ({ product: product.name, denomination, quantity, amountFen, target }), isShown => { readBack.hidden = isShown; });

  buttons.append(
    isGuest() ? '' : check.button(),
    h('button', { type: 'button', class: 'button button-primary', onClick: order(true) }, t('check.pay', { amount: money(amountFen) })),
    h('button', { type: 'button', class: 'button', onClick: order(false) }, t('check.later')),
    h('button', { type: 'button', class: 'button', onClick: edit }, t('check.edit')));

  return h('section', { class: 'form', 'aria-labelledby': 'check-title' },
    h('h1', { id: 'check-title', tabindex: '-1' }, t('check.title')),
    h('div', { class: 'card' },
      readBack,
      check.result,
      h('p', { class: 'notice notice-warn' }, t(product.goods === 'card_code' ? 'check.warnCode' : 'check.warn')),
      told.element,
      buttons,
      h('p', { class: 'muted' }, t('check.demo'))));
}

const line = (label, value, kind = '') => h('div', {}, h('dt', {}, label), h('dd', { class: kind, lang: 'zh-CN' }, value));

function setBusy(buttons, busy) {
  for (const button of buttons.children) {
    button.disabled = busy;
  }
}
