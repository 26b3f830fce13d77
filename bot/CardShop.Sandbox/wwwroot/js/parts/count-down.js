// <count-down until="ISO" from="ISO">: the time left by the shop's clock, and a bar if `from` is told (rule G4).
// At the end it says so once, by an `ended` event and by the words of its `over` attribute.

import { now } from '../clock.js';
import { h } from '../dom.js';
import { clockFace } from '../format.js';

class CountDown extends HTMLElement {
  #timer;
  #face;
  #bar;

  connectedCallback() {
    this.setAttribute('role', 'timer');
    this.#face = h('span', { class: 'count-down-face' });
    this.#bar = this.hasAttribute('from') ? h('progress', { max: this.#span(), 'aria-hidden': 'true' }) : null;
    this.replaceChildren(this.#face, ...(this.#bar ? [this.#bar] : []));
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #span() {
    return (new Date(this.getAttribute('until')) - new Date(this.getAttribute('from'))) / 1000;
  }

  #tick() {
    const left = Math.max(0, Math.floor((new Date(this.getAttribute('until')) - now()) / 1000));
    this.classList.toggle('is-short', left > 0 && left <= 120);
    this.classList.toggle('is-over', left === 0);
    this.#face.textContent = left === 0 && this.hasAttribute('over') ? this.getAttribute('over') : clockFace(left);
    if (this.#bar) {
      this.#bar.value = left;
    }
    if (left === 0) {
      clearInterval(this.#timer);
      this.dispatchEvent(new Event('ended'));
    }
  }
}

customElements.define('count-down', CountDown);
