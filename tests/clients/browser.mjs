// What a browser brings, for clients that run in Node.
import WebSocket from 'ws';
import xhr2 from 'xhr2';

export const sockets = new Set();

/** Sends forms with files, as browsers do; the package can't. */
globalThis.XMLHttpRequest = class extends xhr2.XMLHttpRequest {
  send(data) {
    if (!(data instanceof FormData)) {
      super.send(data);
      return;
    }

    const form = new Response(data);
    form.arrayBuffer().then(bytes => {
      this.setRequestHeader('content-type', form.headers.get('content-type'));
      super.send(bytes);
    });
  }
};
globalThis.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    sockets.add(this);
    this.addEventListener('close', () => sockets.delete(this));
  }
};

/** The network goes away: every socket ends without a goodbye. */
export const dropSockets = () => sockets.forEach(socket => socket.terminate());
