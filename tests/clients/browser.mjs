// What a browser brings, for clients that run in Node.
import WebSocket from 'ws';
import xhr2 from 'xhr2';

export const sockets = new Set();

globalThis.XMLHttpRequest = xhr2.XMLHttpRequest;
globalThis.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    sockets.add(this);
    this.addEventListener('close', () => sockets.delete(this));
  }
};

/** The network goes away: every socket ends without a goodbye. */
export const dropSockets = () => sockets.forEach(socket => socket.terminate());
