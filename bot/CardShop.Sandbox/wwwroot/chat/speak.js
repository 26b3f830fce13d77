// What the page says for the customer, in the customer's name: only what a button that was pressed has on it.

let store = null;

export function speakThrough(newStore) {
  store = newStore;
}

/** Says some words. */
export const say = text => store?.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text } });

/** Answers a card: the label is what the customer sees to have said, the value what the bot goes by. */
export const choose = (question, { id, label }) => store?.dispatch({
  type: 'DIRECT_LINE/POST_ACTIVITY',
  meta: { method: 'keyboard' },
  payload: { activity: { type: 'message', text: label, value: { question, option: id } } },
});

/** Puts words into the box, for the customer to go on and to send. */
export const draft = text => store?.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
