import { h } from '../dom.js';
import { t } from '../i18n.js';
import { go } from '../router.js';
import { session, signIn } from '../session.js';

/** @type {import('../router.js').View} */
export function signInView(stage) {
  const { customer, customers } = session();
  stage.append(
    h('h1', {}, t('signIn.title')),
    h('p', { class: 'lead' }, t('signIn.lead')),
    h('ul', { class: 'choices' },
      customers.map(one => choice(one.id, one.name, one.hint, 'zh-CN', one.id === customer?.id)),
      choice(null, t('account.guest'), t('signIn.guestHint'), null, customer === null)));
}

function choice(id, name, hint, lang, current) {
  const enter = async () => {
    await signIn(id);
    go(id === null ? '/' : '/orders');
  };
  return h('li', {},
    h('button', { type: 'button', class: 'card choice', 'aria-current': current ? 'true' : null, onClick: enter },
      h('strong', { lang }, name),
      h('span', { class: 'muted', lang }, hint ?? ''),
      current ? h('span', { class: 'badge badge-good' }, t('signIn.current')) : null));
}
