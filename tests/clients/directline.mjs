// node directline.mjs SERVER SECRET SCENARIO
// Drives botframework-directlinejs against a running server. Exit code 0: all came as it should.
// Lines on standard output that begin with ">" ask the one who started it for something, and a line on standard input says that it is done.
import assert from 'node:assert/strict';
import http from 'node:http';
import readline from 'node:readline';
import { dropSockets, sockets } from './browser.mjs';
import { Clock } from './clock.mjs';
import { Conversation } from './conversation.mjs';

const [server, secret, scenario] = process.argv.slice(2);
const answers = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const ask = async what => {
  console.log(`>${what}`);
  await answers.next();
};

const mint = async customerId => {
  const answer = await fetch(`${server}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(customerId ? { user: { id: customerId } } : {}),
  });
  assert.equal(answer.status, 200);
  return answer.json();
};

const reopen = async (conversationId, watermark) => {
  const answer = await fetch(`${server}/v3/directline/conversations/${conversationId}?watermark=${watermark}`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal(answer.status, 200);
  return answer.json();
};

const talk = async (conversation, text) => {
  const before = conversation.messages.length;
  const id = await conversation.say(text);
  await conversation.until(`an answer to ${text}`, () => conversation.messages.length >= before + 2);
  const [echo, reply] = conversation.messages.slice(before);
  assert.equal(echo.id, id);
  assert.equal(echo.text, text);
  assert.equal(echo.from.role, 'user');
  assert.ok(echo.channelData.clientActivityID);
  assert.equal(reply.from.role, 'bot');
  assert.equal(reply.replyToId, id);
  return { echo, reply };
};

const welcomed = async conversation => {
  await conversation.until('the welcome', () => conversation.messages.length === 1);
  assert.equal(conversation.messages[0].from.role, 'bot');
};

// A picture and something that is none, at addresses of the page's own, as a file picker leaves them.
const picked = async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const server = http.createServer((request, answer) => answer.end(request.url === '/png' ? png : 'MZ no picture'));
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  return [
    { contentType: 'image/png', name: '付款截图.png', contentUrl: `${address}/png` },
    { contentType: 'image/png', name: 'also-a-picture.png', contentUrl: `${address}/exe` },
  ];
};

// Files with words beside them: the echo has them, the picture at an address that works without a token, the other one without any.
const upload = async options => {
  const { token } = await mint('c-1');
  const conversation = new Conversation(server, { token, ...options });
  await welcomed(conversation);
  const id = await conversation.say('这是截图', { attachments: await picked() });
  await conversation.until('the echo and the answer', () => conversation.messages.length === 3);
  const [, echo, reply] = conversation.messages;
  assert.equal(echo.id, id);
  assert.equal(echo.text, '这是截图');
  assert.equal(reply.replyToId, id);
  const [picture, other] = echo.attachments;
  assert.equal(picture.name, '付款截图.png');
  const shown = await fetch(picture.contentUrl);
  assert.equal(shown.status, 200);
  assert.match(shown.headers.get('content-type'), /^image\//);
  assert.equal((await fetch(picture.thumbnailUrl)).status, 200);
  assert.equal(other.name, 'also-a-picture.png');
  assert.equal(other.contentUrl, undefined);
  conversation.end();
};

const scenarios = {
  upload: () => upload({}),

  uploadPolling: () => upload({ webSocket: false, pollingInterval: 200 }),

  async socket() {
    const { token } = await mint('c-1');
    const conversation = new Conversation(server, { token });
    await welcomed(conversation);
    const { echo } = await talk(conversation, '充错号了😭');
    assert.equal(echo.from.id, 'c-1');
    assert.equal(sockets.size, 1);
    conversation.end();
  },

  async polling() {
    const { token } = await mint();
    const conversation = new Conversation(server, { token, webSocket: false, pollingInterval: 200 });
    await welcomed(conversation);
    const { echo } = await talk(conversation, '充错号了😭');
    assert.equal(echo.from.id, 'r_page');
    assert.equal(sockets.size, 0);
    conversation.end();
  },

  // The socket drops, words come meanwhile, and the client comes back with its watermark: everything once, in order.
  async drop() {
    const { token } = await mint();
    const conversation = new Conversation(server, { token, random: () => 0 });
    await welcomed(conversation);
    await talk(conversation, '第一句');
    dropSockets();
    await ask('say 审核有结果了');
    await conversation.until('what was missed', () => conversation.texts.includes('审核有结果了'));
    await talk(conversation, '第二句');
    const ids = conversation.received.map(message => message.id);
    assert.equal(new Set(ids).size, ids.length);
    conversation.end();
  },

  // The page is loaded anew: it knows its token and conversation only, and gets all of it again.
  async reload() {
    const { token, conversationId } = await mint();
    const before = new Conversation(server, { token });
    await welcomed(before);
    await talk(before, '第一句');
    before.end();
    const after = new Conversation(server, { token, conversationId, webSocket: false, pollingInterval: 200 });
    await after.until('the old words', () => after.messages.length === 3);
    assert.deepEqual(after.texts, before.texts);
    after.end();
  },

  async refresh() {
    const { token } = await mint('c-1');
    const clock = new Clock();
    const conversation = new Conversation(server, { token, scheduler: clock });
    await welcomed(conversation);
    const first = conversation.client.token;
    await ask('wait 00:20:00');
    clock.strike();
    await conversation.until('a fresh token', () => {
      setTimeout(() => conversation.note(() => {}), 50);
      return conversation.client.token !== first;
    });
    await ask('wait 00:20:00');
    await talk(conversation, '还在吗');
    conversation.end();
  },

  // A token dies while its page sleeps: the client says so, and goes on with the one that the shop's server brings.
  async expiry() {
    const { token, conversationId } = await mint('c-1');
    const conversation = new Conversation(server, { token, random: () => 0, scheduler: new Clock() });
    await welcomed(conversation);
    await ask('wait 00:31:00');
    dropSockets();
    await conversation.until('the news of it', () => conversation.statuses.at(-1) === 'ExpiredToken');
    conversation.client.reconnect(await reopen(conversationId, conversation.client.watermark));
    await talk(conversation, '又见面了');
    conversation.end();
  },

  // A fault of the store that passes: polling goes on.
  async fault() {
    const { token } = await mint();
    const conversation = new Conversation(server, { token, webSocket: false, pollingInterval: 200 });
    await welcomed(conversation);
    await ask('fault');
    await ask('mend');
    await talk(conversation, '还在吗');
    conversation.end();
  },

  async refusals() {
    const { token } = await mint();
    const conversation = new Conversation(server, { token });
    await welcomed(conversation);
    await assert.rejects(() => conversation.say('长'.repeat(100_000)), error => error.status === 413);
    await assert.rejects(() => conversation.say(7), error => error.status === 400);
    await talk(conversation, '还在吗');
    conversation.end();
  },
};

await scenarios[scenario]();
process.exit(0);
