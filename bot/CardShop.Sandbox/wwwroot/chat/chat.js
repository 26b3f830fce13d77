// Which conversation the panel shows: the one of whoever is signed in, and never anybody else's.

import { onLanguageChange, t } from '../js/i18n.js';
import { onSessionChange, session } from '../js/session.js';
import { openConversation } from './conversation.js';
import { hasConversation, readUntil, rememberRead } from './kept-conversation.js';
import { createPanel } from './panel.js';
import { forgetQuestions } from './questions.js';
import { draft, say, speakThrough } from './speak.js';

const lostAfter = 1500;

let panel;
let conversation = null;
let opening = null;
let turn = 0;
let unread = 0;
let lastFromBot = '';
let losing;
let wasOnline = false;
let failed = false;

const owner = () => session().customer?.id ?? 'guest';

/** Draws the panel and takes up what conversation there is. A phone that has none loads nothing before it is opened. */
export function startChat() {
  panel = createPanel({ retry, shown });
  onSessionChange(reopen);
  onLanguageChange(() => {
    panel.draw();
    conversation?.draw();
  });
  addEventListener('offline', () => wasOnline && stateChanged('connecting'));
  addEventListener('online', () => {
    conversation?.line.renew();
    retry();
  });
  panel.arrange();
  if (hasConversation(owner())) {
    connect();
  }
}

/** Opens the chat with the order's number in the box: the customer goes on writing, and sends. */
export async function askAbout(order) {
  await speak(() => draft(`${t('chat.aboutOrder', { no: order.orderNo })} `));
  panel.focusBox();
}

/** Says at once that the order is wrong, as the button says: the window is short. */
export const reportWrong = order => speak(() => say(t('chat.wrongOrder', { no: order.orderNo })));

async function speak(words) {
  panel.open();
  if (await connect()) {
    words();
  }
}

function shown() {
  connect();
  unread = 0;
  if (lastFromBot) {
    rememberRead(owner(), lastFromBot);
  }
  panel.tell({ unread });
}

/** What is being tried again is tried at once; what was given up is begun anew. */
function retry() {
  conversation?.line.hurry();
  if (failed) {
    reopen();
  }
}

function reopen() {
  speakThrough(null);
  conversation?.end();
  conversation = null;
  opening = null;
  unread = 0;
  lastFromBot = '';
  wasOnline = false;
  failed = false;
  turn += 1;
  clearTimeout(losing);
  forgetQuestions();
  // The former conversation leaves the page with its tree, also while the next one is still being opened.
  panel.body.replaceChildren();
  panel.tell({ case: null, state: 'connecting', unread });
  panel.showGreeting(true);
  if (panel.isVisible() || hasConversation(owner())) {
    connect();
  }
}

/** @returns {Promise<boolean>} whether one can speak. */
function connect() {
  opening ??= openFor(owner(), turn);
  return opening;
}

async function openFor(whom, mine) {
  const place = document.createElement('div');
  place.className = 'chat-client';
  panel.body.replaceChildren(place);
  try {
    const connected = Promise.withResolvers();
    const opened = await openConversation(whom, place, listener(whom, () => mine === turn, connected.resolve));
    if (mine !== turn) {
      opened.end();
      return false;
    }
    conversation = opened;
    speakThrough(opened.store);
    panel.tell({ state: opened.expired ? 'expired' : 'connecting' });
    await connected.promise;
    return mine === turn;
  } catch (error) {
    console.warn(error);
    if (mine === turn) {
      opening = null;
      stateChanged('failed');
    }
    return false;
  }
}

function listener(whom, isCurrent, connected) {
  const ifCurrent = act => (...values) => isCurrent() && act(...values);
  return {
    connected,
    stateChanged: ifCurrent(stateChanged),
    over: ifCurrent(reopen),
    fromCustomer: ifCurrent(() => {
      panel.showGreeting(false);
      dismissNote();
    }),
    fromBot: ifCurrent(activity => heard(whom, activity)),
  };
}

function heard(whom, { timestamp, channelData }) {
  panel.showGreeting(false);
  lastFromBot = timestamp;
  if (panel.isVisible()) {
    rememberRead(whom, timestamp);
  } else if (timestamp > readUntil(whom)) {
    unread += 1;
  }
  panel.tell({ case: channelData?.case ?? null, unread });
}

/** Whoever goes on talking has seen the note that this is a new conversation. */
function dismissNote() {
  if (conversation?.expired) {
    conversation.expired = false;
    panel.tell({ state: 'online' });
  }
}

/** A dropped line mends itself within seconds; only a longer silence is told. */
function stateChanged(state) {
  clearTimeout(losing);
  wasOnline ||= state === 'online';
  failed = state === 'failed';
  if (state === 'online') {
    panel.tell({ state: conversation?.expired ? 'expired' : 'online' });
  } else if (wasOnline && !failed) {
    losing = setTimeout(() => panel.tell({ state: 'lost' }), lostAfter);
  } else {
    panel.tell({ state });
  }
}
