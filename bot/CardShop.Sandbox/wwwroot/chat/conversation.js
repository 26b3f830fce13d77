// One conversation on the page: the chat client with its line to the bot, from opening to end.

import { language } from '../js/i18n.js';
import { cardType, watch } from './activities.js';
import './cards/chat-card.js';
import { loadClient } from './client.js';
import { renew, takeUp } from './kept-conversation.js';
import { openLine } from './line.js';
import { styleOptions } from './style-options.js';

const renewEvery = 10 * 60_000;

/**
 * @param {string} owner the customer's id, or `guest`
 * @param {HTMLElement} place where the client is drawn
 * @param {object} listener what `watch` and `openLine` call
 */
export async function openConversation(owner, place, listener) {
  const client = await loadClient();
  const { token, conversationId, resumed, expired } = await takeUp(owner);
  const line = openLine(
    client,
    { token, conversationId: resumed ? conversationId : undefined, conversationStartProperties: { locale: language() } },
    listener);
  const store = client.createStore({}, watch({ ...listener, sendAgain: line.hurry }));
  const ours = ownCards(client);
  const draw = () => client.draw({ directLine: line.directLine, store, styleOptions, sendTypingIndicator: true, ...ours, locale: language() }, place);
  const renewing = setInterval(() => renew(owner).catch(error => console.warn(error)), renewEvery);
  draw();

  return {
    expired,
    store,
    line,
    draw,
    end() {
      clearInterval(renewing);
      line.end();
      client.remove(place);
    },
  };
}

function ownCards({ createElement }) {
  const isOurs = request => request?.attachment?.contentType === cardType;
  return {
    attachmentMiddleware: () => next => request => isOurs(request)
      ? createElement('chat-card', { content: JSON.stringify(request.attachment.content) })
      : next(request),
    attachmentForScreenReaderMiddleware: () => next => request => isOurs(request)
      ? () => createElement('p', null, request.attachment.content.words)
      : next(request),
  };
}
