// What the page derives from an order's three axes.

import { now } from '../clock.js';
import { h } from '../dom.js';
import { t, word } from '../i18n.js';

const notShipped = ['none', 'queued', 'failed'];
const ended = ['cancelled', 'refunded', 'closed'];
const tones = {
  unpaid: 'warn', confirming: 'warn', queued: 'info', processing: 'info', delivered: 'good', partial: 'warn',
  failed: 'bad', abnormal: 'bad', frozen: 'bad', cancelled: 'calm', refunded: 'calm', part_refunded: 'calm', closed: 'calm',
};

/** Whether the golden window still lets the order be cancelled or changed at once (rules P1, D3). */
export function windowIsOpen(order) {
  const stays = notShipped.includes(order.delivery) || (order.goods === 'card_code' && order.delivery === 'delivered' && !order.codeRevealed);
  return order.payment === 'paid' && stays && order.hold !== 'frozen' && order.windowEndsAt !== null && new Date(order.windowEndsAt) > now();
}

/** Whether something can still be asked of the shop about it. */
export const isOver = order => ended.includes(order.status);

/** Where it stands, in words: a card code does not arrive on an account. */
export const statusWord = order => order.status === 'delivered' && order.goods === 'card_code' ? t('status.code_sent') : word('status', order.status);

export const statusBadge = order => h('span', { class: `badge badge-${tones[order.status] ?? 'calm'}` }, statusWord(order));

/** The time left in which the order can be cancelled or changed at once. */
export function windowCountDown(order, { bar = false } = {}) {
  return h('span', { class: 'window' },
    h('span', {}, t('window.left')),
    h('count-down', { until: order.windowEndsAt, from: bar ? order.paidAt : null, over: t('window.over') }));
}
