// Which of the bot's questions still waits for an answer. The buttons of an older card must not answer a newer question.

const changes = new EventTarget();
const answers = new Map();
let current = null;

/** The bot has asked something; whatever it asked before is off the table. */
export function asked(question) {
  current = question;
  answers.delete(question);
  changes.dispatchEvent(new Event('change'));
}

export function answered(question, option) {
  answers.set(question, option);
  changes.dispatchEvent(new Event('change'));
}

export function forgetQuestions() {
  answers.clear();
  current = null;
}

export const isOpen = question => question === current && !answers.has(question);

export const answerTo = question => answers.get(question);

export function onQuestionsChange(callback, signal) {
  changes.addEventListener('change', callback, { signal });
}
