// Who is signed in, and the shop's clock, both as the server says.

import { api } from './api.js';
import { setClock } from './clock.js';
import { poll } from './poll.js';

const changes = new EventTarget();
let known = { customer: null, customers: [] };

export const session = () => known;
export const isGuest = () => known.customer === null;
export const onSessionChange = callback => changes.addEventListener('change', callback);

/** Reads the session, and again from time to time: another tab may have signed in as somebody else. */
export async function startSession() {
  take(await api.session());
  poll(async () => take(await api.session()), 10_000);
}

export async function signIn(customerId) {
  take(await api.signIn(customerId));
}

function take(answer) {
  setClock(answer.now);
  const before = known.customer?.id;
  known = answer;
  if (before !== answer.customer?.id) {
    changes.dispatchEvent(new Event('change'));
  }
}
