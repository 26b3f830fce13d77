import { h } from '../dom.js';
import { t } from '../i18n.js';
import { problem } from '../parts/fields.js';
import { go } from '../router.js';
import { session, signIn } from '../session.js';

/** @type {import('../router.js').View} */
export function signInView(stage) {
  const { customer, customers } = session();
  const told = problem();
  const enter = async id => {
    try {
      await signIn(id);
      go(id === null ? '/' : '/orders');
    } catch {
      told.say(t('error.unreachable'));
    }
  };
  stage.append(
    h('h1', {}, t('signIn.title')),
    h('p', { class: 'lead' }, t('signIn.lead')),
    told.element,
    h('ul', { class: 'choices' },
      customers.map(one => choice(one.name, one.hint, 'zh-CN', one.id === customer?.id, () => enter(one.id))),
      choice(t('account.guest'), t('signIn.guestHint'), null, customer === null, () => enter(null))));
}

function choice(name, hint, lang, current, enter) {
  return h('li', {},
    h('button', { type: 'button', class: 'card choice', 'aria-current': current ? 'true' : null, onClick: enter },
      h('strong', { lang }, name),
      h('span', { class: 'muted', lang }, hint ?? ''),
      current ? h('span', { class: 'badge badge-good' }, t('signIn.current')) : null));
}
