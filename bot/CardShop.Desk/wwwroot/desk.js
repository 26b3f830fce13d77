// What the desk's pages can only ask of the browser itself: the keyboard, the sound, the title, the remembered colours.
window.desk = (() => {
  const remembered = localStorage.getItem('desk-colours');
  if (remembered) document.documentElement.dataset.colours = remembered;

  let page = null;
  let sound = null;
  let unseen = 0;
  const places = [];
  const isWriting = target => target.matches?.('input, textarea, select, [contenteditable]');
  const press = selector => document.querySelector(selector)?.click();
  const sheet = () => [...document.querySelectorAll('[role=dialog]')].at(-1);
  const stops = element => [...element.querySelectorAll('a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]')].filter(stop => stop.checkVisibility());

  // The keyboard stays within a sheet that lies on top.
  const keepWithin = event => {
    const all = sheet() ? stops(sheet()) : [];
    if (all.length === 0) return;
    const [first, last] = [all[0], all.at(-1)];
    const leaves = event.shiftKey ? document.activeElement === first : document.activeElement === last;
    if (!leaves && sheet().contains(document.activeElement)) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  };

  const moveRow = by => {
    const rows = [...document.querySelectorAll('.desk-queue a[href^="/desk/cases/"]')];
    rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(document.activeElement) + by))]?.focus();
  };

  document.addEventListener('keydown', event => {
    if (event.key === 'Tab') return keepWithin(event);
    if (event.key === 'Escape') return press('[data-close]');
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return press('[data-key=send]');
    if (event.ctrlKey || event.metaKey || event.altKey || sheet() || isWriting(event.target)) return undefined;
    const act = {
      '?': () => page?.invokeMethodAsync('OpenHelp'),
      '/': () => document.getElementById('desk-search')?.focus(),
      g: () => press('.desk-bar nav a'),
      c: () => press('[data-key=claim]'),
      j: () => moveRow(1),
      k: () => moveRow(-1),
      r: () => document.getElementById('desk-reply')?.focus(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
    return undefined;
  });

  // The line to the server: Blazor takes it up again by itself; a server that was restarted knows this page no more, and is asked for a new one.
  const reload = async () => {
    try { await fetch('/healthz/live', { cache: 'no-store' }); location.reload(); } catch { setTimeout(reload, 2000); }
  };
  document.addEventListener('components-reconnect-state-changed', event => {
    if (['failed', 'rejected', 'resume-failed'].includes(event.detail.state)) reload();
  }, true);

  // Browsers let a page be heard only once it was touched: by hand or by key.
  ['pointerdown', 'keydown'].forEach(touch => document.addEventListener(touch, () => { sound ??= new AudioContext(); }, { once: true, capture: true }));

  // How many have come while nobody looked stands before the title.
  const count = number => {
    unseen = number;
    const title = document.title.replace(/^\(\d+\) /, '');
    document.title = unseen > 0 ? `(${unseen}) ${title}` : title;
  };
  document.addEventListener('visibilitychange', () => { if (!document.hidden) count(0); });

  const chime = () => [660, 880].forEach((pitch, index) => {
    const tone = sound.createOscillator(), volume = sound.createGain(), at = sound.currentTime + index * 0.16;
    tone.frequency.value = pitch; volume.gain.value = 0.06;
    tone.connect(volume).connect(sound.destination); tone.start(at); tone.stop(at + 0.12);
  });

  return {
    // The page answers to the hand from now on.
    begin: self => { page = self; document.documentElement.dataset.alive = ''; return localStorage.getItem('desk-colours'); },
    choose: colours => localStorage.setItem('desk-colours', colours),
    colours: isDark => { document.documentElement.dataset.colours = isDark ? 'dark' : 'light'; },
    ring: () => {
      if (sound) chime();
      if (document.hidden) count(unseen + 1);
    },
    toEnd: id => { const list = document.getElementById(id); if (list) list.scrollTop = list.scrollHeight; },
    enter: element => { places.push(document.activeElement); (stops(element)[0] ?? element).focus(); },
    leave: () => { const place = places.pop(); if (place?.isConnected) place.focus(); },
  };
})();
