// An order's way so far, as an ordered list: what is done, where it stands, what comes next (rules P11, G4).

import { now } from '../clock.js';
import { h, icon, line, theirs } from '../dom.js';
import { date, moment, money } from '../format.js';
import { t, word } from '../i18n.js';
import { statusWord } from './order-facts.js';

const troubles = ['failed', 'abnormal', 'partial', 'unknown'];

export function timeline(order) {
  return h('ol', { class: 'timeline', 'aria-label': t('timeline.label') }, steps(order).map(draw));
}

function steps(order) {
  const placed = step('done', t('timeline.placed'), [at(order.createdAt)]);
  if (order.status === 'closed' || (order.status === 'cancelled' && !order.paidAt)) {
    return [placed, step('done', word('status', order.status))];
  }
  const paid = order.paidAt
    ? step('done', t('timeline.paid'), [at(order.paidAt), theirs(order.paymentMethod)])
    : step('now', word('status', order.status));
  if (order.refund || ['cancelled', 'refunded'].includes(order.status)) {
    return [placed, paid, step('done', word('status', 'cancelled')), refundStep(order.refund)].filter(Boolean);
  }
  return [placed, paid, ...deliverySteps(order)];
}

function deliverySteps(order) {
  if (order.delivery === 'delivered') {
    return [step('done', t('timeline.shipped')), step('done', statusWord(order))];
  }
  if (troubles.includes(order.delivery)) {
    return [step('trouble', word('status', order.delivery))];
  }
  const held = order.hold === 'none' ? '' : t(`hold.${order.hold}`);
  const shipping = order.paidAt
    ? step(order.hold === 'frozen' ? 'trouble' : 'now', word('status', order.delivery === 'processing' ? 'processing' : 'queued'), [held])
    : step('next', t('timeline.shipped'));
  return [shipping, step('next', word('status', 'delivered'))];
}

/** Cancelled is not refunded is not arrived: by which way, and by when (rule P11). */
export function refundStep(refund) {
  if (!refund || refund.state === 'none') {
    return null;
  }
  const arrived = refund.state === 'arrived';
  const notes = [money(refund.amountFen), theirs(refund.method), !arrived && refund.expectedBy && t('refund.by', { date: date(refund.expectedBy) })];
  return step(arrived ? 'done' : refund.state === 'failed' ? 'trouble' : 'now', word('refund', refund.state), notes);
}

const at = iso => moment(iso, now());

const step = (state, title, notes = []) => ({ state, title, notes: line(notes) });

function draw({ state, title, notes }) {
  return h('li', { class: `is-${state}`, 'aria-current': state === 'now' || state === 'trouble' ? 'step' : null },
    h('span', { class: 'timeline-mark' }, state === 'done' ? icon('check') : null),
    h('div', {},
      h('strong', {}, title),
      h('span', { class: 'visually-hidden' }, ` ${t(`timeline.${state}`)}`),
      notes.length > 0 ? h('p', { class: 'muted' }, notes) : null));
}
