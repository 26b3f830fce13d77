// Labelled inputs, and one place below them where the form says what is wrong.

import { h } from '../dom.js';

/** @returns {{element: HTMLElement, input: HTMLInputElement, value: () => string}} */
export function field(name, label, attributes = {}, hint = '') {
  const id = `field-${name}`;
  const input = h('input', { id, name, type: 'text', 'aria-describedby': hint ? `${id}-hint` : null, ...attributes });
  const element = h('div', { class: 'field' },
    h('label', { for: id }, label),
    input,
    hint ? h('p', { id: `${id}-hint`, class: 'muted' }, hint) : null);
  return { element, input, value: () => input.value.trim() };
}

/** A choice of one of the shop's own values, shown as chips that are radio buttons underneath. */
export function chips(name, legend, options, chosen) {
  const element = h('fieldset', { class: 'field chips' },
    h('legend', {}, legend),
    options.map(({ value, label, note }) => h('label', { class: 'chip' },
      h('input', { type: 'radio', name, value, required: true, checked: value === chosen }),
      h('span', { lang: 'zh-CN' }, label, note ? h('small', {}, note) : null))));
  return { element, value: () => element.querySelector('input:checked')?.value ?? '' };
}

export function problem() {
  const element = h('p', { class: 'notice notice-danger', role: 'alert', hidden: true });
  return {
    element,
    say: text => {
      element.textContent = text;
      element.hidden = text === '';
    },
  };
}
