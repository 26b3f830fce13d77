import { api } from '../api.js';
import { h } from '../dom.js';
import { money } from '../format.js';
import { t, word } from '../i18n.js';

/** @type {import('../router.js').View} */
export async function catalogueView(stage) {
  const products = await api.products();
  stage.append(
    h('h1', {}, t('catalogue.title')),
    h('p', { class: 'lead' }, t('catalogue.lead')),
    h('ul', { class: 'products' }, products.map(productCard)));
}

function productCard(product) {
  const cheapest = Math.min(...product.denominations.map(face => face.priceFen));
  return h('li', { class: 'card product' },
    h('span', { class: 'product-tile', 'aria-hidden': 'true' }, product.name[0]),
    h('h2', { lang: 'zh-CN' }, h('a', { class: 'cover', href: `#/buy/${encodeURIComponent(product.name)}` }, product.name)),
    h('p', { class: 'muted', lang: 'zh-CN' }, product.note ?? ''),
    h('p', { class: 'product-foot' },
      h('span', { class: 'price' }, t('catalogue.from', { price: money(cheapest) })),
      h('span', { class: 'badge badge-calm' }, word('fulfilment', product.fulfilment))));
}
