// <chat-card content="JSON">: one of the bot's cards, drawn by its kind. Its buttons work as long as its question is open.

import { answered, answerTo, isOpen, onQuestionsChange } from '../questions.js';
import { choose } from '../speak.js';
import { confirmation } from './confirmation.js';
import { orderPicker } from './order-picker.js';
import { receipt } from './receipt.js';

const kinds = { order_picker: orderPicker, confirmation, receipt };

class ChatCard extends HTMLElement {
  #gone;
  #question;
  #options;

  connectedCallback() {
    const { card, question, options } = JSON.parse(this.getAttribute('content'));
    this.#gone = new AbortController();
    this.#question = question;
    this.#options = options;
    this.replaceChildren(kinds[card.kind](card, id => this.#choose(id)));
    onQuestionsChange(() => this.#refresh(), this.#gone.signal);
    this.#refresh();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  #choose(id) {
    answered(this.#question, id);
    choose(this.#question, this.#options.find(option => option.id === id));
    this.#scrollToEnd();
  }

  /** The answer comes at the end; once there, the client keeps it in view. */
  #scrollToEnd() {
    const transcript = this.closest('.webchat__basic-transcript__scrollable');
    transcript.scrollTop = transcript.scrollHeight;
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
