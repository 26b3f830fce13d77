// The read-back of rules G1 and G2: what will be done, old beside new with the differing characters marked, and until when.

import { h } from '../../js/dom.js';
import { t } from '../../js/i18n.js';
import { orderLine } from './order-line.js';

export function confirmation({ title, order, changes, note, deadline, yes, no }, choose) {
  const button = (option, look) => h('button', { type: 'button', class: `button ${look}`, 'data-option': option.id, onClick: () => choose(option.id) }, option.label);
  return h('section', { class: 'chat-card', 'aria-label': title },
    h('h3', {}, title),
    h('p', { class: 'card-order' }, orderLine({ ...order, windowEnd: null })),
    changes.length > 0 ? h('dl', { class: 'changes' }, changes.map(change)) : null,
    note ? h('p', {}, note) : null,
    deadline ? h('p', { class: 'window' }, h('span', {}, t('card.deadline')), h('count-down', { until: deadline, over: t('window.over') })) : null,
    h('div', { class: 'actions' }, button(yes, 'button-primary'), button(no, '')));
}

function change({ field, from, to }) {
  return h('div', {},
    h('dt', {}, field),
    h('dd', {}, h('span', { class: 'change-label' }, t('card.from')), h('span', { class: 'exact change-from' }, from.map(part))),
    h('dd', {}, h('span', { class: 'change-label' }, t('card.to')), h('span', { class: 'exact change-to' }, to.map(part))));
}

const part = ({ text, differs }) => differs ? h('mark', {}, text) : text;
