// node playground.mjs SERVER CHANNEL DELIVERY
// Drives the Microsoft 365 Agents Playground against /api/messages: a guest's mistaken order is stopped, by words and by a card. Exit code 0: all came as it should.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';

const [server, channel, delivery] = process.argv.slice(2);
const patience = 30_000;
const contact = '13800138000';

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
};

const send = async (url, body) => {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `${url}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : null;
};

const read = async url => (await fetch(url)).json();

const port = await freePort();
const playground = `http://localhost:${port}`;
const folder = await mkdtemp(join(tmpdir(), 'playground-'));
const program = spawn(
  process.execPath,
  [
    fileURLToPath(new URL('node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url)),
    'start', '-e', `${server}/api/messages`, '-c', channel, '-p', port, '--dm', delivery, '--dt',
  ],
  { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });

try {
  await once(program.stdout, 'data', { signal: AbortSignal.timeout(patience) });
  const { config } = await read(`${playground}/_internal/v1/config`);
  const conversation = config.personalChat.id;
  const from = { id: config.currentUser.id };

  const came = [];
  const stream = new WebSocket(`ws://localhost:${port}/_ws_conversation/v1/conversations/stream`);
  let wake = () => {};
  stream.on('message', data => {
    came.push(JSON.parse(data));
    wake();
  });
  await once(stream, 'open');

  const messages = () => came.filter(({ action }) => action === 'createMessage').map(({ message }) => message);
  const until = async (what, find) => {
    const end = Date.now() + patience;
    for (;;) {
      const found = messages().find(find);
      if (found) return found;
      assert.ok(Date.now() < end, `${what} did not come about; there is ${JSON.stringify(messages().map(({ text }) => text))}`);
      await new Promise(resolve => {
        wake = resolve;
        setTimeout(resolve, 200);
      });
    }
  };
  const say = text => send(`${playground}/_conversation/v1/conversations/${conversation}/messages`, { from, text, textFormat: 'plain' });
  const offers = title => message => message.suggestedActions?.actions.some(action => action.title === title);

  const { orderNo } = await send(`${server}/sandbox/control/orders`, {
    contact, payment: 'paid', delivery: 'queued', minutesSincePayment: 1, target: { account: '12345678' },
  });
  const ledger = async () => (await read(`${server}/sandbox/control/commands`)).filter(command => command.orderNo === orderNo && command.done);

  await say(`订单 ${orderNo} 账号充错了，撤单退款`);
  await until('the question for the contact', ({ text }) => text?.includes('联系方式'));
  await say(contact);
  await until('the read-back', offers('确认撤单'));
  const card = await until('its card', ({ attachments }) => attachments?.some(attachment => attachment.contentType === 'application/vnd.microsoft.card.adaptive'));
  assert.ok(!JSON.stringify(card).includes('12345678'), 'the account is masked');
  assert.ok(!(await ledger()).some(command => command.action === 'cancel'), 'nothing moves before the yes');

  // Pressed twice, as a hurried customer does.
  const yes = card.attachments[0].content.actions.find(action => action.title === '确认撤单').data;
  const press = () => send(`${playground}/_conversation/v1/submit`, { conversation: { id: conversation }, from, replyToId: card.messageId, value: yes });
  await press();
  await press();
  await until('the end', ({ text }) => text?.startsWith('办好了'));

  assert.deepEqual((await ledger()).map(command => command.action), ['hold', 'cancel']);
  const texts = messages().filter(({ text }) => text).map(({ messageId }) => messageId);
  assert.equal(new Set(texts).size, texts.length);
  assert.ok(came.some(({ action }) => action === 'typing') || delivery === 'expectReplies', 'somebody is seen typing');
  stream.close();
} finally {
  program.kill();
  await once(program, 'exit');
  await rm(folder, { recursive: true });
}
