// The page's words. Chinese first; the other language is one switch away. No sentence stands in code.

const languages = ['zh-CN', 'en-US'];
const remembered = 'cardshop.language';
const changes = new EventTarget();

let current = initial();
let texts = {};

/** The BCP 47 tag of the page's language. */
export const language = () => current;

/** The other language, as its tag. */
export const otherLanguage = () => languages.find(tag => tag !== current);

/** Calls back whenever the language has changed. */
export const onLanguageChange = callback => changes.addEventListener('change', callback);

/** Words by key, with `{name}` filled in. A missing key is a defect and shows as such in the console. */
export function t(key, values = {}) {
  const text = texts[key];
  if (text === undefined) {
    console.error(`No text for ${key} in ${current}`);
    return '';
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Words for a value of one of the shop's vocabularies; a word that this page does not know yet is shown as it is. */
export const word = (vocabulary, value) => texts[`${vocabulary}.${value}`] ?? value;

export async function loadTexts(tag = current) {
  const response = await fetch(`i18n/${tag}.json`);
  if (!response.ok) {
    throw new Error(`The texts of ${tag} could not be read (${response.status})`);
  }
  texts = await response.json();
  current = tag;
  document.documentElement.lang = tag;
}

export async function switchLanguage(tag) {
  await loadTexts(tag);
  localStorage.setItem(remembered, tag);
  changes.dispatchEvent(new Event('change'));
}

function initial() {
  const asked = new URLSearchParams(location.search).get('locale');
  const kept = localStorage.getItem(remembered);
  return [asked, kept].find(tag => languages.includes(tag)) ?? languages[0];
}
