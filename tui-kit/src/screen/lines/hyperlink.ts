import { cleanText } from './clean-text.js';

const OSC_8 = '\u001B]8;;';
const STRING_END = '\u0007';

/** A text that leads somewhere (OSC 8). Anything but https stays plain text. */
export function hyperlink(text: string, href: string): string {
  const target = URL.parse(cleanText(href));
  if (target?.protocol !== 'https:') return text;
  return `${OSC_8}${target.href}${STRING_END}${text}${OSC_8}${STRING_END}`;
}
