import { h } from '../../js/dom.js';
import { t } from '../../js/i18n.js';

/** One order as the bot tells it: in words, personal data masked. */
export function orderLine({ product, amount, target, time, status, windowEnd, orderNo }) {
  return [
    h('span', { class: 'line-top' }, h('strong', {}, product), h('strong', { class: 'price' }, amount)),
    h('span', { class: 'line-facts' }, target ? h('span', { class: 'exact' }, target) : null, h('span', {}, time)),
    h('span', { class: 'line-facts' },
      h('span', {}, h('span', { class: 'badge badge-calm' }, status), ' ', h('span', { class: 'line-number' }, orderNo)),
      windowEnd ? h('span', { class: 'window' }, h('span', {}, t('window.short')), h('count-down', { until: windowEnd, over: t('window.over') })) : null),
  ];
}
