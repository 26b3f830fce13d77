// A guest's orders of this visit, each with what proves it to be theirs. Forgotten when the tab closes.

const key = 'cardshop.guestOrders';

const read = () => JSON.parse(sessionStorage.getItem(key) ?? '{}');

export const guestOrderNumbers = () => Object.keys(read()).reverse();

export const guestProof = no => read()[no] ?? {};

export function rememberGuestOrder(no, proof) {
  sessionStorage.setItem(key, JSON.stringify({ ...read(), [no]: proof }));
}
