// One conversation on the page: the chat client with its connection, from opening to end.

import { language } from '../js/i18n.js';
import { cardType, watch } from './activities.js';
import './cards/chat-card.js';
import { loadClient } from './client.js';
import { renew, takeUp } from './kept-conversation.js';
import { speakThrough } from './speak.js';
import { styleOptions } from './style-options.js';

// As the chat client numbers them.
const states = { 1: 'connecting', 2: 'online', 3: 'failed', 4: 'failed' };
const renewEvery = 10 * 60_000;

/**
 * @param {string} owner the customer's id, or `guest`
 * @param {HTMLElement} place where the client is drawn
 * @param {object} listener what `watch` calls, and `stateChanged('connecting' | 'online' | 'failed')`
 */
export async function openConversation(owner, place, listener) {
  await loadClient();
  const { token, conversationId, resumed, expired } = await takeUp(owner);
  const directLine = window.WebChat.createDirectLine({
    domain: `${location.origin}/v3/directline`,
    token,
    conversationId: resumed ? conversationId : undefined,
    conversationStartProperties: { locale: language() },
  });
  const store = window.WebChat.createStore({}, watch(listener));
  const watching = directLine.connectionStatus$.subscribe(state => states[state] && listener.stateChanged(states[state]));
  const renewing = setInterval(() => renew(owner).catch(error => console.warn(error)), renewEvery);
  // Another key is another tree: nothing of a former conversation stays on the page.
  const key = `${conversationId} ${performance.now()}`;
  const draw = () => window.WebChat.renderWebChat(
    { key, directLine, store, styleOptions, attachmentMiddleware, attachmentForScreenReaderMiddleware, locale: language() }, place);

  draw();
  speakThrough(store);
  return {
    expired,
    draw,
    end() {
      clearInterval(renewing);
      watching.unsubscribe();
      speakThrough(null);
      directLine.end();
    },
  };
}

const isOurs = request => request?.attachment?.contentType === cardType;

const attachmentMiddleware = () => next => request => isOurs(request)
  ? window.React.createElement('chat-card', { content: JSON.stringify(request.attachment.content) })
  : next(request);

const attachmentForScreenReaderMiddleware = () => next => request => isOurs(request)
  ? () => window.React.createElement('p', null, request.attachment.content.words)
  : next(request);
