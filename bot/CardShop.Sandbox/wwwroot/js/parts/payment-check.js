// The bot's check before paying (rule V1), for whoever is signed in: what it says stands below the order, in large type and in groups.

import { api } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';

const notices = { stop: 'notice-danger', missing: 'notice-warn', look: 'notice-warn' };

/**
 * @param {() => object} planned what is about to be paid, when the button is pressed
 * @param {(isShown: boolean) => void} [shown] told whether the order is read back here
 */
export function paymentCheck(planned, shown = () => {}) {
  const result = h('div', { class: 'precheck', role: 'status' });
  const say = (...words) => result.replaceChildren(...words);

  const run = async event => {
    const button = event.currentTarget;
    button.disabled = true;
    say(h('p', { class: 'muted' }, t('precheck.running')));
    shown(false);
    try {
      say(...answered(await api.precheck(planned())));
      shown(true);
    } catch (error) {
      say(h('p', { class: 'notice notice-warn' }, t(error.status === 429 ? 'precheck.often' : 'precheck.failed')));
    }
    button.disabled = false;
    button.focus({ preventScroll: true });
  };

  return {
    result,
    button: () => h('button', { id: 'precheck', type: 'button', class: 'button', onClick: run }, t('precheck.button')),
    clear() {
      say();
      shown(false);
    },
  };
}

const answered = ({ weight, lines, findings, advice }) => [
  h('h2', {}, t(`precheck.title.${weight}`)),
  h('dl', { class: 'read-back' }, lines.map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', { class: 'exact', lang: 'zh-CN' }, value)))),
  h('ul', { class: 'precheck-findings' }, findings.map(found => h('li', { class: `notice ${notices[found.weight] ?? ''}` }, found.text))),
  h('p', {}, advice),
];
