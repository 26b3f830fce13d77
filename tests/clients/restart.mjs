// node restart.mjs SERVER socket|polling
// Drives botframework-directlinejs against a server that is restarted in the middle of a conversation. Exit code 0: all came as it should.
// ">restart" on standard output asks for it, and a line on standard input says that the server is back.
import assert from 'node:assert/strict';
import readline from 'node:readline';
import './browser.mjs';
import { Conversation } from './conversation.mjs';

const [server, transport] = process.argv.slice(2);
const answers = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const restart = async () => {
  console.log('>restart');
  await answers.next();
};

const control = async (path, body) => {
  const answer = await fetch(`${server}/sandbox/control/${path}`, body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(answer.ok);
  return answer.json();
};

const { orderNo } = await control('orders', {
  customerId: 'c-1', payment: 'paid', delivery: 'queued', minutesSincePayment: 1, target: { account: '12345678' },
});
const { token, conversationId } = await control('token', { customerId: 'c-1' });
const open = again => new Conversation(server, { token, ...again, webSocket: transport === 'socket', pollingInterval: 200, random: () => 0 });
let conversation = open();

// A socket comes back by itself; this client's polling ends, without a word, with the first connection that is refused, and the page is loaded anew.
const comeBack = async () => {
  await restart();
  if (transport === 'polling') {
    conversation.end();
    conversation = open({ conversationId });
  }
};
const caseIs = wanted => () => wanted(conversation.messages.findLast(message => message.channelData?.case)?.channelData.case ?? {});

await conversation.until('the welcome', () => conversation.messages.length > 0);
await conversation.say(`订单 ${orderNo} 账号充错了，撤单退款`);
await conversation.until('the read-back', caseIs(({ asks }) => asks === 'confirm'));

// While the customer reads.
await comeBack();
await conversation.until('the read-back, still or again', caseIs(({ asks }) => asks === 'confirm'));
const before = conversation.messages.length;
await conversation.say('在吗');
await conversation.until('an answer, and the question again', () => conversation.messages.length > before + 1 && caseIs(({ asks }) => asks === 'confirm')());

// Right after the yes.
await conversation.say('确认撤单');
await comeBack();
await conversation.until('the end', caseIs(({ outcome }) => outcome === 'cancelled'));
assert.ok((await conversation.say('谢谢')) !== 'retry');
await conversation.until('the last words', () => conversation.texts.includes('谢谢') && conversation.messages.at(-1).from.role === 'bot');

const { activities } = await (await fetch(`${server}/v3/directline/conversations/${conversation.client.conversationId}/activities`, {
  headers: { authorization: `Bearer ${conversation.client.token}` },
})).json();
const words = activities.filter(({ type }) => type === 'message').map(({ id }) => id);
assert.deepEqual(conversation.messages.map(({ id }) => id), words, 'all that was said has come, once and in order');
const moves = (await control('commands')).filter(command => command.orderNo === orderNo && command.done).map(({ action }) => action);
assert.deepEqual(moves.filter(action => action !== 'hold'), ['cancel']);
conversation.end();
process.exit();
