// One view at a time, chosen by the address after the #.

import { h } from './dom.js';
import { t } from './i18n.js';

/**
 * A view fills the element that it is given and may answer a function that ends it.
 * @typedef {(main: HTMLElement, ...parts: string[]) => (void | (() => void) | Promise<void | (() => void)>)} View
 */

let end = () => {};
let turn = 0;

/** @param {Array<[RegExp, View]>} routes */
export function startRouter(routes) {
  const main = document.getElementById('main');
  const show = () => render(main, routes);
  addEventListener('hashchange', async () => {
    await show();
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  return show;
}

export const go = address => { location.hash = address; };

export const currentPath = () => location.hash.slice(1) || '/';

async function render(main, routes) {
  const mine = ++turn;
  end();
  end = () => {};
  const path = currentPath().split('?')[0];
  const [pattern, view] = routes.find(([candidate]) => candidate.test(path)) ?? routes[0];
  const parts = (pattern.exec(path) ?? []).slice(1).map(decodeURIComponent);
  const stage = h('div', { class: 'view' });
  main.setAttribute('aria-busy', 'true');
  try {
    const ending = await view(stage, ...parts) ?? (() => {});
    if (mine !== turn) {
      ending();
      return;
    }
    end = ending;
  } catch (error) {
    console.error(error);
    stage.replaceChildren(h('p', { class: 'notice notice-danger', role: 'alert' }, t('error.unreachable')));
  }
  if (mine === turn) {
    main.replaceChildren(stage);
    main.removeAttribute('aria-busy');
  }
}
