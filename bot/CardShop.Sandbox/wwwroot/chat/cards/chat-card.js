// <chat-card data="JSON" question="id">: one of the bot's cards, drawn by its kind. Its buttons work as long as its question is open.

import { answered, answerTo, isOpen, onQuestionsChange } from '../questions.js';
import { choose } from '../speak.js';
import { confirmation } from './confirmation.js';
import { orderPicker } from './order-picker.js';
import { receipt } from './receipt.js';

const kinds = { order_picker: orderPicker, confirmation, receipt };

class ChatCard extends HTMLElement {
  #gone;

  connectedCallback() {
    this.#gone = new AbortController();
    const card = JSON.parse(this.getAttribute('data'));
    this.replaceChildren(kinds[card.kind](card, option => this.#choose(option)));
    onQuestionsChange(() => this.#refresh(), this.#gone.signal);
    this.#refresh();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  get #question() {
    return this.getAttribute('question');
  }

  #choose(option) {
    answered(this.#question, option.id);
    choose(this.#question, option);
  }

  #refresh() {
    const open = isOpen(this.#question);
    const answer = answerTo(this.#question);
    for (const button of this.querySelectorAll('button[data-option]')) {
      button.disabled = !open;
      button.classList.toggle('is-chosen', button.dataset.option === answer);
    }
    this.classList.toggle('is-settled', !open);
  }
}

customElements.define('chat-card', ChatCard);
