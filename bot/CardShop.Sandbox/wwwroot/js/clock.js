// The shop's one clock. A countdown that decides about money does not trust the customer's own.

let ahead = 0;

export const now = () => new Date(Date.now() + ahead);

/** Sets this page's clock by the shop's. */
export function setClock(iso) {
  ahead = new Date(iso).getTime() - Date.now();
}
