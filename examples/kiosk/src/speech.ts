// Reading aloud by the browser's own voice, where it has one.

import { button } from './dom.ts';

export const canSpeak = () => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;

export const hush = () => {
  if (canSpeak()) speechSynthesis.cancel();
};

/** A button that reads `text` aloud, and stops when it is touched again. */
export function speakButton(text: () => string) {
  if (!canSpeak()) return undefined;
  const idle = 'Read aloud';
  const speak = button('plain', () => {
    if (speechSynthesis.speaking) return hush();
    const utterance = new SpeechSynthesisUtterance(text());
    utterance.lang = 'en';
    utterance.onend = utterance.onerror = () => (speak.textContent = idle);
    speak.textContent = 'Stop reading';
    speechSynthesis.speak(utterance);
  }, idle);
  return speak;
}
