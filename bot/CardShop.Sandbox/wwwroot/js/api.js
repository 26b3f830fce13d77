// The shop's own endpoints for this page, and the one of the bot that it asks itself.

import { language } from './i18n.js';

const base = 'sandbox/site/';

/** An answer that is not a success. `status` 0 means that the shop could not be reached. */
export class ShopError extends Error {
  constructor(status, code) {
    super(code ?? `status ${status}`);
    this.status = status;
    this.code = code;
  }
}

export const api = {
  session: () => call('session'),
  signIn: customerId => call('session', { customerId }),
  products: () => call('products').then(answer => answer.products),
  orders: () => call('orders').then(answer => answer.orders),
  order: (no, proof) => call(path(no, '', proof)),
  place: order => call('orders', order),
  pay: (no, proof) => call(path(no, '/pay', proof), {}),
  reveal: (no, proof) => call(path(no, '/reveal', proof), {}),
  chatToken: () => call('chat/token', {}),
  precheck: async order => {
    const { token } = await api.chatToken();
    return ask('api/order-check', { ...order, locale: language() }, { authorization: `Bearer ${token}` });
  },
};

/** A guest proves an order to be theirs by its contact or its query password. */
function path(no, action, proof = {}) {
  const query = new URLSearchParams(Object.entries(proof).filter(([, value]) => value)).toString();
  return `orders/${encodeURIComponent(no)}${action}${query ? `?${query}` : ''}`;
}

const call = (address, body) => ask(base + address, body);

async function ask(address, body, headers = {}) {
  const request = body === undefined
    ? {}
    : { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...request });
  } catch {
    throw new ShopError(0);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) {
    throw new ShopError(response.status, answer?.code);
  }
  return answer;
}
