// One order: what it is, where it stands, what can be done about it. Card codes are shown here and nowhere else.

import { askAbout, reportWrong } from '../../chat/chat.js';
import { h, theirs } from '../dom.js';
import { money } from '../format.js';
import { t, word } from '../i18n.js';
import { isOver, statusBadge, windowCountDown, windowIsOpen } from '../parts/order-facts.js';
import { timeline } from '../parts/timeline.js';

export function orderPage(order, { pay, reveal, check }) {
  return h('article', { class: 'order', 'aria-labelledby': 'order-title' },
    h('header', { class: 'card order-head' },
      h('div', { class: 'order-row-top' },
        h('h1', { id: 'order-title', tabindex: '-1', lang: 'zh-CN' }, `${order.product} ${order.denomination}`, order.quantity > 1 ? ` × ${order.quantity}` : ''),
        statusBadge(order)),
      h('p', { class: 'price price-large' }, money(order.amountFen)),
      windowIsOpen(order) ? windowCountDown(order, { bar: true }) : null,
      h('div', { class: 'actions' }, actions(order, pay, check))),
    h('div', { class: 'order-columns' },
      h('section', { class: 'card' }, h('h2', {}, t('order.progress')), timeline(order)),
      h('section', { class: 'card' }, h('h2', {}, t('order.details')), details(order))),
    order.codes?.length ? codes(order, reveal) : null);
}

function actions(order, pay, check) {
  const once = act => event => {
    event.currentTarget.disabled = true;
    act();
  };
  return [
    order.status === 'unpaid' && check ? check.button() : null,
    order.status === 'unpaid' ? h('button', { id: 'pay', type: 'button', class: 'button button-primary', onClick: once(pay) }, t('order.pay', { amount: money(order.amountFen) })) : null,
    isOver(order) ? null : h('button', { id: 'wrong', type: 'button', class: 'button button-warn', onClick: () => reportWrong(order) }, t('order.wrong')),
    h('button', { id: 'ask', type: 'button', class: 'button', onClick: () => askAbout(order) }, t('order.ask')),
    h('a', { id: 'again', class: 'button', href: `#/buy/${encodeURIComponent(order.product)}?denomination=${encodeURIComponent(order.denomination)}` }, t('order.again')),
  ];
}

function details(order) {
  const { account, phone, region } = order.target ?? {};
  const rows = [
    ['order.number', order.orderNo, 'exact number'],
    ['form.account', account, 'exact'],
    ['form.phone', phone, 'exact'],
    ['form.region', theirs(region)],
    ['order.paidBy', theirs(order.paymentMethod)],
    ['order.fulfilment', word('fulfilment', order.fulfilment)],
    ['order.case', order.case && `${order.case.number} · ${word(order.case.outcome ? 'outcome' : 'stage', order.case.outcome ?? order.case.stage)}`],
    ['order.refund', refund(order.refund)],
  ];
  return h('dl', { class: 'facts' }, rows.filter(([, value]) => value).map(([label, value, kind]) =>
    h('div', {}, h('dt', {}, t(label)), h('dd', { class: kind ?? '' }, value))));
}

const refund = told => told && told.state !== 'none' ? `${word('refund', told.state)} · ${money(told.amountFen)}` : null;

function codes(order, reveal) {
  const masked = order.codes.some(code => code.includes('*'));
  return h('section', { class: 'card' },
    h('h2', {}, t('codes.title')),
    h('ul', { class: 'codes' }, order.codes.map(code => h('li', {}, h('code', {}, code)))),
    order.codeRevealed ? null : h('p', { class: 'notice notice-warn' }, t('codes.warning')),
    masked ? h('button', { id: 'reveal', type: 'button', class: 'button', onClick: reveal }, t('codes.reveal')) : null);
}
