import { api } from '../api.js';
import { h } from '../dom.js';
import { money } from '../format.js';
import { t, word } from '../i18n.js';
import { chips, field } from '../parts/fields.js';
import { isGuest } from '../session.js';
import { currentPath } from '../router.js';
import { checkStep } from './order-check.js';

const phone = { inputmode: 'numeric', pattern: '1[0-9]{10}', autocomplete: 'off', maxlength: 11 };

/** @type {import('../router.js').View} First the form, then the check of rule V1; nothing is ordered before it. */
export async function orderFormView(stage, name) {
  const product = (await api.products()).find(candidate => candidate.name === name);
  if (!product) {
    stage.append(h('h1', {}, t('form.gone')), h('a', { class: 'button', href: '#/' }, t('nav.catalogue')));
    return;
  }
  const form = orderForm(product, draft => show(checkStep(product, draft, () => show(form))));
  const show = step => {
    stage.replaceChildren(step);
    step.querySelector('h1').focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  stage.append(form);
}

function orderForm(product, checked) {
  const again = new URLSearchParams(currentPath().split('?')[1]);
  const faces = product.denominations.map(face => ({ value: face.name, label: face.name, note: money(face.priceFen) }));
  const face = chips('denomination', t('form.denomination'), faces, again.get('denomination') ?? faces[0].value);
  const quantity = field('quantity', t('form.quantity'), { type: 'number', min: 1, max: 10, value: 1, required: true });
  const target = product.targetFields.map(name => targetField(name, product));
  const guest = isGuest() ? guestFields() : [];

  const submit = event => {
    event.preventDefault();
    checked({
      product: product.name,
      denomination: face.value(),
      quantity: Number(quantity.value()),
      target: Object.fromEntries(target.map(one => [one.name, one.value()])),
      ...Object.fromEntries(guest.map(one => [one.input.name, one.value()]).filter(([, value]) => value)),
    });
  };

  return h('form', { class: 'form', onSubmit: submit },
    h('h1', { tabindex: '-1', lang: 'zh-CN' }, product.name),
    h('p', { class: 'lead' }, h('span', { lang: 'zh-CN' }, product.note ?? ''), ' ', h('span', { class: 'badge badge-calm' }, word('fulfilment', product.fulfilment))),
    h('div', { class: 'card' },
      face.element,
      target.map(one => one.element),
      quantity.element,
      guest.map(one => one.element),
      h('button', { class: 'button button-primary' }, t('form.next'))));
}

function targetField(name, product) {
  if (name === 'region') {
    return { name, ...chips(name, t('form.region'), product.regions.map(region => ({ value: region, label: region }))) };
  }
  const attributes = name === 'phone' ? { ...phone, title: t('form.phoneHint') } : { autocomplete: 'off', maxlength: 64 };
  return { name, ...field(name, t(`form.${name}`), { required: true, ...attributes }, t(`form.${name}Hint`)) };
}

/** What a guest finds the order by afterwards. */
const guestFields = () => [
  field('contact', t('form.contact'), { required: true, autocomplete: 'email', maxlength: 64 }, t('form.contactHint')),
  field('queryPassword', t('form.password'), { type: 'password', autocomplete: 'off', maxlength: 64 }, t('form.passwordHint')),
];
