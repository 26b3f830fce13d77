import { startChat } from '../chat/chat.js';
import { h } from './dom.js';
import { loadTexts, onLanguageChange, t } from './i18n.js';
import { startRouter } from './router.js';
import { onSessionChange, startSession } from './session.js';
import { drawHeader } from './parts/site-header.js';
import './parts/count-down.js';
import { catalogueView } from './views/catalogue.js';
import { lookupView } from './views/lookup.js';
import { orderFormView } from './views/order-form.js';
import { orderView } from './views/order.js';
import { ordersView } from './views/orders.js';
import { signInView } from './views/sign-in.js';

const routes = [
  [/^\/$/, catalogueView],
  [/^\/buy\/(.+)$/, orderFormView],
  [/^\/orders$/, ordersView],
  [/^\/orders\/(.+)$/, orderView],
  [/^\/lookup$/, lookupView],
  [/^\/sign-in$/, signInView],
];

async function start() {
  await loadTexts();
  drawStaticTexts();
  await startSession();
  const show = startRouter(routes);
  const redraw = () => {
    drawStaticTexts();
    drawHeader();
    return show();
  };
  onLanguageChange(redraw);
  onSessionChange(redraw);
  addEventListener('hashchange', drawHeader);
  await redraw();
  startChat();
}

function drawStaticTexts() {
  document.title = t('shop.name');
  for (const element of document.querySelectorAll('[data-i18n]')) {
    element.textContent = t(element.dataset.i18n);
  }
}

start().catch(error => {
  console.error(error);
  const retry = h('button', { type: 'button', class: 'button', onClick: () => location.reload() }, '重新加载 Reload');
  document.getElementById('main').replaceChildren(
    h('div', { class: 'notice notice-danger', role: 'alert' }, h('p', {}, '暂时连不上店铺。 The shop can’t be reached right now.'), retry));
});
