// Which conversation this browser holds for whom, so that a reload goes on where it was. A signed-in customer's is kept
// until it expires; a guest's only as long as the tab, for the next guest at this machine may be somebody else.

import { api } from '../js/api.js';

const domain = `${location.origin}/v3/directline`;
const dead = [401, 403, 404];

const storage = owner => owner === 'guest' ? sessionStorage : localStorage;
const key = (owner, what) => `cardshop.chat.${owner}.${what}`;
const read = (owner, what) => JSON.parse(storage(owner).getItem(key(owner, what)) ?? 'null');
const write = (owner, what, value) => storage(owner).setItem(key(owner, what), JSON.stringify(value));

export const hasConversation = owner => read(owner, 'conversation') !== null;

/**
 * The kept conversation with a fresh token, or a new one.
 * @returns {Promise<{token: string, conversationId: string, resumed: boolean, expired: boolean}>}
 */
export async function takeUp(owner) {
  const kept = read(owner, 'conversation');
  const renewed = kept && await renew(owner);
  if (renewed) {
    return { ...renewed, resumed: true, expired: false };
  }
  const { token, conversationId } = await api.chatToken();
  write(owner, 'conversation', { token, conversationId });
  return { token, conversationId, resumed: false, expired: kept !== null };
}

/** Exchanges the kept token for a fresh one; null when it is dead. The client renews its own copy, which no reload can read. */
export async function renew(owner) {
  const kept = read(owner, 'conversation');
  const response = await fetch(`${domain}/tokens/refresh`, { method: 'POST', headers: { authorization: `Bearer ${kept.token}` } });
  if (dead.includes(response.status)) {
    return null;
  }
  if (!response.ok) {
    throw new Error(`The chat's token could not be renewed (${response.status})`);
  }
  const fresh = { token: (await response.json()).token, conversationId: kept.conversationId };
  write(owner, 'conversation', fresh);
  return fresh;
}

/** Until when the customer has read, as an ISO moment of the server. */
export const readUntil = owner => read(owner, 'readUntil') ?? '';

export const rememberRead = (owner, iso) => write(owner, 'readUntil', iso);
