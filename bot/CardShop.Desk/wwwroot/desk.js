// What the desk's pages can only ask of the browser itself: the keyboard, the sound, the remembered colours.
window.desk = (() => {
  let page = null;
  let sound = null;
  const isWriting = target => target.matches?.('input, textarea, select, [contenteditable]');
  const press = selector => document.querySelector(selector)?.click();

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') return press('[data-close]');
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return press('[data-key=send]');
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return undefined;
    const act = {
      '?': () => page?.invokeMethodAsync('OpenHelp'),
      '/': () => document.getElementById('desk-search')?.focus(),
      g: () => press('.desk-bar nav a'),
      c: () => press('[data-key=claim]'),
      r: () => document.getElementById('desk-reply')?.focus(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
    return undefined;
  });
  // The line to the server: Blazor takes it up again by itself; a server that was restarted knows this page no more, and is asked for a new one.
  const reload = async () => {
    try { await fetch('/healthz/live', { cache: 'no-store' }); location.reload(); } catch { setTimeout(reload, 2000); }
  };
  document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', event => {
    if (['failed', 'rejected', 'resume-failed'].includes(event.detail.state)) reload();
  });

  document.addEventListener('pointerdown', () => { sound ??= new AudioContext(); }, { once: true });

  return {
    begin: self => { page = self; return localStorage.getItem('desk-colours'); },
    choose: colours => localStorage.setItem('desk-colours', colours),
    colours: isDark => { document.documentElement.dataset.colours = isDark ? 'dark' : 'light'; },
    // Two short tones; true when nobody is looking, so that the title counts.
    ring: () => {
      if (sound) {
        [660, 880].forEach((pitch, index) => {
          const tone = sound.createOscillator(), volume = sound.createGain(), at = sound.currentTime + index * 0.16;
          tone.frequency.value = pitch; volume.gain.value = 0.06;
          tone.connect(volume).connect(sound.destination); tone.start(at); tone.stop(at + 0.12);
        });
      }
      return document.hidden;
    },
    toEnd: id => { const list = document.getElementById(id); if (list) list.scrollTop = list.scrollHeight; },
  };
})();
