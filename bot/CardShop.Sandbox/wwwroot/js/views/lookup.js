import { api } from '../api.js';
import { h } from '../dom.js';
import { rememberGuestOrder } from '../guest-orders.js';
import { t } from '../i18n.js';
import { field, problem } from '../parts/fields.js';
import { go } from '../router.js';

/** @type {import('../router.js').View} A guest finds an order by its number and what proves it to be theirs. */
export function lookupView(stage) {
  stage.append(h('h1', {}, t('lookup.title')), h('p', { class: 'lead' }, t('lookup.lead')), lookupForm());
}

export function lookupForm() {
  const number = field('orderNo', t('lookup.number'), { required: true, autocomplete: 'off', placeholder: 'KM…' });
  const contact = field('contact', t('lookup.contact'), { autocomplete: 'off' });
  const password = field('queryPassword', t('lookup.password'), { type: 'password', autocomplete: 'off' });
  const told = problem();

  const find = async event => {
    event.preventDefault();
    const no = number.value().toUpperCase();
    const proof = { contact: contact.value(), queryPassword: password.value() };
    if (!proof.contact && !proof.queryPassword) {
      told.say(t('lookup.needsProof'));
      return;
    }
    try {
      const order = await api.order(no, proof);
      rememberGuestOrder(order.orderNo, proof);
      go(`/orders/${encodeURIComponent(order.orderNo)}`);
    } catch (error) {
      told.say(t(error.status === 404 ? 'lookup.notFound' : error.status === 429 ? 'lookup.throttled' : 'error.unreachable'));
    }
  };

  return h('form', { class: 'card form', onSubmit: find },
    number.element, contact.element, h('p', { class: 'muted either' }, t('lookup.or')), password.element, told.element,
    h('button', { class: 'button button-primary' }, t('lookup.find')));
}
