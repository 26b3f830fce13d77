// The shop's name, where one can go, the language and who is signed in.

import { h, icon } from '../dom.js';
import { language, otherLanguage, switchLanguage, t } from '../i18n.js';
import { currentPath } from '../router.js';
import { session } from '../session.js';

export function drawHeader() {
  const { customer } = session();
  const header = document.getElementById('site-header');
  const focused = header.contains(document.activeElement) ? document.activeElement.id : null;
  header.replaceChildren(
    h('a', { class: 'brand', href: '#/' }, h('img', { src: 'favicon.svg', alt: '', width: 28, height: 28 }), h('span', {}, t('shop.name'))),
    h('nav', { class: 'site-nav', 'aria-label': t('nav.label') },
      link('#/', t('nav.catalogue'), ['/', '/buy']),
      link('#/orders', t('nav.orders'), ['/orders', '/lookup'])),
    h('div', { class: 'site-tools' },
      h('button', { id: 'language', type: 'button', class: 'button-quiet', lang: otherLanguage(), onClick: () => switchLanguage(otherLanguage()) }, t('language.other')),
      h('a', { id: 'account', class: 'button-quiet account', href: '#/sign-in' },
        customer ? h('span', { class: 'avatar', 'aria-hidden': 'true' }, customer.avatar) : icon('user'),
        h('span', { lang: customer ? 'zh-CN' : language() }, customer?.name ?? t('account.guest')))));
  if (focused) {
    document.getElementById(focused)?.focus();
  }
}

function link(href, label, paths) {
  const here = paths.some(path => path === '/' ? currentPath() === '/' : currentPath().startsWith(path));
  return h('a', { href, 'aria-current': here ? 'page' : null }, label);
}
