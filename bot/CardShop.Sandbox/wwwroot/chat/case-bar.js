// Where the case stands, at the top of the chat: its steps, its deadline, its refund, from the bot's latest message.

import { h, line, theirs } from '../js/dom.js';
import { date } from '../js/format.js';
import { t, word } from '../js/i18n.js';

const ways = {
  instant: ['triage', 'finding_order', 'explaining', 'confirming', 'executing', 'closed'],
  review: ['triage', 'finding_order', 'evidence', 'filing', 'under_review', 'closed'],
  third: ['triage', 'finding_order', 'evidence', 'coordinating', 'legal', 'closed'],
};
const reviewed = ['manual_review', 'reconcile'];

export function caseBar(view) {
  if (!view) {
    return [];
  }
  const { number, stage, outcome, deadline, deadlineKind, refund } = view;
  return [
    h('p', { class: 'case-head' },
      h('strong', {}, outcome ? word('outcome', outcome) : word('stage', stage)),
      h('span', { class: 'muted' }, t('case.number', { number }))),
    steps(view),
    deadline && !outcome ? h('p', { class: 'window' },
      h('span', {}, word('deadline', deadlineKind)),
      deadlineKind === 'window' ? h('count-down', { until: deadline, over: t('window.over') }) : h('strong', {}, date(deadline))) : null,
    refund && refund.state !== 'none' ? h('p', { class: 'case-refund' },
      line([word('refund', refund.state), theirs(refund.method), refund.state !== 'arrived' && refund.expectedBy ? t('refund.by', { date: date(refund.expectedBy) }) : null])) : null,
  ].filter(Boolean);
}

function steps({ stage, path }) {
  if (stage === 'with_human') {
    return null;
  }
  const way = path === 'third_party' ? ways.third : reviewed.includes(path) ? ways.review : ways.instant;
  const here = way.indexOf(stage);
  return h('ol', { class: 'case-steps', 'aria-label': t('case.steps') }, way.map((step, index) =>
    h('li', { class: index < here ? 'is-done' : index === here ? 'is-now' : '', 'aria-current': index === here ? 'step' : null }, word('step', step))));
}
