// The line to the bot. Microsoft's connector keeps it to itself when its socket drops, and gives up on a message that does not get
// through. Here the page is told, the line is taken up again within seconds, and a message is sent until it has arrived: under the name
// that it had, by which the bot hears it once.

import { createPatience } from './patience.js';

// As the connector numbers its states.
const states = { 1: 'connecting', 2: 'online', 3: 'failed', 4: 'failed' };
const dead = [401, 403, 404];

/**
 * @param {{DirectLine: new (options: object) => object, Observable: object}} client
 * @param {object} options what the connector needs to know of the conversation
 * @param {{stateChanged: (state: 'connecting' | 'online' | 'failed') => void, over: () => void}} listener `over` when the conversation
 *   can't be taken up again; neither is called any more once the line has ended.
 */
export function openLine({ DirectLine, Observable }, options, listener) {
  const patience = createPatience();
  let socket;
  let ended = false;
  let wasOnline = false;

  const tell = state => {
    if (!ended) {
      wasOnline ||= state === 'online';
      listener.stateChanged(state);
    }
  };

  class ToldSocket extends WebSocket {
    constructor(address) {
      super(address);
      socket = this;
      this.addEventListener('open', () => {
        tell('online');
        patience.hurry();
      });
      this.addEventListener('close', () => tell('connecting'));
    }
  }

  /** What can't be reached now is asked again; what was refused is not. */
  const ajax = request => Observable.create(observer => {
    let given = true;
    let asking;
    const ask = () => {
      asking = Observable.ajax(request).subscribe({
        next: answer => observer.next(answer),
        complete: () => observer.complete(),
        error: async error => {
          if (wasOnline && isUnreachable(error)) {
            await patience.wait();
            if (given && !ended) {
              ask();
            }
            return;
          }
          observer.error(error);
          if (wasOnline && !ended && request.method === 'GET' && dead.includes(error.status)) {
            listener.over();
          }
        },
      });
    };
    ask();
    return () => {
      given = false;
      asking.unsubscribe();
    };
  });

  const directLine = new DirectLine({ domain: `${location.origin}/v3/directline`, ...options, ajax, random: soon, WebSocket: ToldSocket });
  const watching = directLine.connectionStatus$.subscribe(state => states[state] && tell(states[state]));
  return {
    directLine,
    hurry: patience.hurry,
    /** The network has been away: a socket that came through it is not trusted. */
    renew() {
      socket?.close();
      patience.hurry();
    },
    end() {
      ended = true;
      watching.unsubscribe();
      directLine.end();
    },
  };
}

const isUnreachable = ({ status }) => status === 0 || status >= 500;

/** The connector waits three seconds and this share of twelve more before it takes a dropped line up again. */
const soon = () => Math.random() / 10 - 0.2;
