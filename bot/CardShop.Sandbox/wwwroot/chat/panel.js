// The chat's frame on the page: docked beside the orders on a wide screen, a full sheet over them on a phone.

import { h, icon } from '../js/dom.js';
import { t } from '../js/i18n.js';
import { caseBar } from './case-bar.js';

const docked = matchMedia('(min-width: 1024px)');

/** @param {{retry: () => void, shown: () => void}} on `shown` whenever the customer can see the conversation (again). */
export function createPanel(on) {
  const panel = document.getElementById('chat');
  const opener = document.getElementById('chat-opener');
  const behind = ['site-header', 'main', 'chat-opener'].map(id => document.getElementById(id));
  const title = h('h2', { id: 'chat-title', tabindex: '-1' });
  const close = h('button', { type: 'button', class: 'button-icon chat-close' }, icon('close'));
  const steps = h('div', { class: 'case-bar', hidden: true });
  const banner = h('div', { class: 'chat-banner', role: 'status' });
  const greeting = h('p', { class: 'chat-empty' });
  const body = h('div', { class: 'chat-body' });
  const badge = h('span', { class: 'unread' });
  const said = { case: null, state: 'idle', unread: 0 };
  let opened = false;

  const isVisible = () => (docked.matches || opened) && !document.hidden;

  const arrange = () => {
    const isSheet = !docked.matches;
    panel.hidden = isSheet && !opened;
    opener.hidden = !isSheet || opened;
    close.hidden = !isSheet;
    panel.setAttribute('role', isSheet ? 'dialog' : 'complementary');
    if (isSheet) {
      panel.setAttribute('aria-modal', 'true');
    } else {
      panel.removeAttribute('aria-modal');
    }
    document.documentElement.classList.toggle('has-sheet', isSheet && opened);
    for (const element of behind) {
      element.inert = isSheet && opened;
    }
    if (isVisible()) {
      on.shown();
    }
  };

  const open = () => {
    opened = true;
    arrange();
    if (!docked.matches) {
      title.focus();
    }
  };

  const shut = () => {
    opened = false;
    arrange();
    opener.focus();
  };

  const draw = () => {
    title.textContent = t('chat.title');
    close.setAttribute('aria-label', t('chat.close'));
    greeting.textContent = t(said.state === 'failed' ? 'chat.unreachable' : 'chat.empty');
    steps.replaceChildren(...caseBar(said.case));
    steps.hidden = said.case === null;
    banner.replaceChildren(...bannerFor(said.state, on.retry));
    badge.textContent = said.unread > 0 ? String(said.unread) : '';
    opener.replaceChildren(icon('chat'), badge);
    opener.setAttribute('aria-label', said.unread > 0 ? t('chat.openUnread', { count: said.unread }) : t('chat.open'));
    document.title = said.unread > 0 ? `(${said.unread}) ${t('shop.name')}` : t('shop.name');
  };

  const tell = change => {
    Object.assign(said, change);
    draw();
  };

  panel.setAttribute('aria-labelledby', title.id);
  panel.replaceChildren(h('header', { class: 'chat-head' }, title, close), steps, h('div', { class: 'chat-main' }, banner, greeting, body));
  close.addEventListener('click', shut);
  opener.addEventListener('click', open);
  panel.addEventListener('keydown', event => event.key === 'Escape' && !docked.matches && shut());
  docked.addEventListener('change', arrange);
  document.addEventListener('visibilitychange', () => isVisible() && on.shown());
  draw();

  return {
    body,
    open,
    draw,
    tell,
    arrange,
    isVisible,
    showGreeting: shows => { greeting.hidden = !shows; },
    focusBox: () => body.querySelector('textarea, input')?.focus(),
  };
}

function bannerFor(state, retry) {
  if (state !== 'lost' && state !== 'failed' && state !== 'expired') {
    return [];
  }
  return [
    h('span', {}, t(`chat.${state}`)),
    state === 'expired' ? null : h('button', { type: 'button', class: 'button button-small', onClick: retry }, t('chat.retry')),
  ].filter(Boolean);
}
