// Reads the conversation as it passes: the bot's cards become this page's own, and the page learns of questions, answers
// and of where the case stands.

import { answered, asked } from './questions.js';

export const cardType = 'application/vnd.cardshop.card+json';

/**
 * Middleware for the chat client's store.
 * @param {{connected: () => void, fromBot: (activity: object) => void, fromCustomer: (activity: object) => void, sendAgain: () => void}} listener
 */
export const watch = listener => () => next => action => {
  if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
    listener.connected();
  }
  if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && isOnItsWay(action.payload.activity)) {
    // The client would send it as another message, while the line is still sending this one.
    return listener.sendAgain();
  }
  return next(action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? { ...action, payload: incoming(action.payload, listener) } : action);
};

const isOnItsWay = activity => activity.channelData?.['webchat:send-status'] === 'sending';

function incoming(payload, listener) {
  const { activity } = payload;
  if (activity.type === 'typing') {
    // The sign is given in the middle of a turn, whose messages carry the moment of its beginning. Without a time of its own it
    // comes before them, and they end it.
    return { ...payload, activity: { ...activity, timestamp: undefined } };
  }
  if (activity.type !== 'message') {
    return payload;
  }
  if (activity.from?.role === 'user') {
    if (activity.value?.question) {
      answered(activity.value.question, activity.value.option);
    }
    listener.fromCustomer(activity);
    return payload;
  }
  if (questionOf(activity)) {
    asked(questionOf(activity));
  }
  listener.fromBot(activity);
  return { ...payload, activity: withOwnCard(activity) };
}

const questionOf = activity => activity.channelData?.question ?? null;

/** The Adaptive Card is for other clients. What stands on our card is not said twice: neither its options nor a read-back's words. */
function withOwnCard(activity) {
  const { card, options = [], question = null } = activity.channelData ?? {};
  if (!card) {
    return activity;
  }
  const onCard = optionsOn(card);
  const labels = options.filter(option => onCard.includes(option.id)).map(option => option.label);
  const actions = activity.suggestedActions?.actions?.filter(action => !labels.includes(action.title)) ?? [];
  return {
    ...activity,
    text: card.kind === 'confirmation' ? '' : activity.text,
    attachments: [{ contentType: cardType, content: { card, question, options, words: activity.text } }],
    suggestedActions: actions.length > 0 ? { ...activity.suggestedActions, actions } : undefined,
  };
}

const optionsOn = ({ yes, no, orders = [] }) => [yes?.id, no?.id, ...orders.map(order => order.optionId)];
