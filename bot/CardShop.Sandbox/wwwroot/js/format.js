// Money, times and stretches of time, as the page's language writes them.

import { language, t } from './i18n.js';

/** Fen to yuan with the currency sign. */
export const money = fen => `¥${(fen / 100).toFixed(2)}`;

/** A moment: today as a time of day, otherwise with its date. Times are the shop's, in Asia/Shanghai. */
export function moment(iso, now) {
  const at = new Date(iso);
  const parts = { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const day = date => date.toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
  if (day(at) === day(now)) {
    return t('time.today', { time: at.toLocaleTimeString(language(), parts) });
  }
  return at.toLocaleString(language(), { ...parts, month: 'short', day: 'numeric' });
}

/** A day, such as 11月26日. */
export const date = iso => new Date(iso).toLocaleDateString(language(), { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });

/** Seconds as 14:32, or as 1:02:03 beyond the hour. */
export function clockFace(seconds) {
  const two = n => String(n).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
}

/** The account, phone and region of a top-up, in one line; empty for card codes. */
export const target = ({ account, phone, region } = {}) => [account, phone, region].filter(Boolean).join(' · ');
