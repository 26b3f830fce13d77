// One customer with Microsoft's client, and the questions that a test asks about what came.
import './browser.mjs';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import directLine from 'botframework-directlinejs';

// The client waits for 20 s before it tries a second time to come back.
const patience = 60_000;

export class Conversation {
  constructor(server, options) {
    this.server = server;
    this.activities = [];
    this.waiting = new Set();
    this.client = new directLine.DirectLine({ domain: `${server}/v3/directline`, ...options });
    this.statuses = [];
    this.client.connectionStatus$.subscribe(status => this.note(() => this.statuses.push(directLine.ConnectionStatus[status])));
    this.client.activity$.subscribe(
      activity => this.note(() => this.activities.push(activity)),
      error => this.note(() => { this.error = error; }));
  }

  /** All that came, in order; typing signs are no words. */
  get received() {
    return this.activities.filter(activity => activity.type === 'message');
  }

  /** What a page shows: an id that comes again replaces what it named. (The client may open two sockets once its token was replaced.) */
  get messages() {
    return [...new Map(this.received.map(message => [message.id, message])).values()];
  }

  get texts() {
    return this.messages.map(message => message.text);
  }

  /** Says something as Web Chat does. Answers the id that the server gave it, or "retry". */
  say(text, more = {}) {
    return this.client.postActivity({
      type: 'message',
      text,
      locale: 'zh-CN',
      from: { id: 'r_page', role: 'user' },
      channelData: { clientActivityID: randomUUID() },
      ...more,
    }).toPromise();
  }

  /** Waits for something to become true of what has come. */
  async until(what, isTrue) {
    let stop;
    const end = Date.now() + patience;
    while (!isTrue()) {
      assert.ok(Date.now() < end, `${what} did not come about; there is ${JSON.stringify({ texts: this.texts, statuses: this.statuses, error: this.error?.message })}`);
      await Promise.race([
        new Promise(resolve => this.waiting.add(resolve)),
        new Promise(resolve => { stop = setTimeout(resolve, end - Date.now()); }),
      ]);
      clearTimeout(stop);
    }
  }

  end() {
    this.client.end();
  }

  note(change) {
    change();
    this.waiting.forEach(resolve => resolve());
    this.waiting.clear();
  }
}
