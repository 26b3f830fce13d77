// Tells screen readers what has changed by itself.

const announcer = () => document.getElementById('announcer');

export function announce(text) {
  const element = announcer();
  element.textContent = '';
  // A live region speaks when its content changes; the same sentence twice in a row has to leave first.
  requestAnimationFrame(() => { element.textContent = text; });
}
