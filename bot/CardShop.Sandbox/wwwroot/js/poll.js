// Asks again and again while the page is in view, and at once when the network is back. A failed round is reported and the next one tries anew.

/**
 * @param {() => Promise<void>} ask
 * @param {number} everyMilliseconds
 * @param {(error: Error) => void} [failed]
 * @returns {() => void} ends it.
 */
export function poll(ask, everyMilliseconds, failed = () => {}) {
  let ended = false;
  let timer;

  const round = async () => {
    clearTimeout(timer);
    if (ended) {
      return;
    }
    if (!document.hidden) {
      await ask().catch(failed);
    }
    if (!ended) {
      clearTimeout(timer);
      timer = setTimeout(round, everyMilliseconds);
    }
  };
  const seen = () => document.hidden || round();

  document.addEventListener('visibilitychange', seen);
  addEventListener('online', seen);
  timer = setTimeout(round, everyMilliseconds);
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', seen);
    removeEventListener('online', seen);
  };
}
