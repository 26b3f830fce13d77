// How long to wait before something is tried again: longer each time, so that a shop that has just come back is not run over, and no
// longer at all once there is reason to hope.

const first = 500;
const longest = 8000;

export function createPatience() {
  const waiting = new Set();
  let tries = 0;

  return {
    wait: () => new Promise(resolve => {
      const go = () => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, Math.min(longest, first * 2 ** tries) * (0.75 + Math.random() / 2));
      tries += 1;
      waiting.add(go);
    }),
    hurry() {
      tries = 0;
      waiting.forEach(go => go());
    },
  };
}
