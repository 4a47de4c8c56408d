import Bowser from 'bowser';
import type { Locale } from '@/lib/locale';
import { findText } from '@/lib/messages';
import { browserNames, deviceMessages } from './device-messages';

/**
 * Names a browser as its owner knows it, `Chrome 140 · Windows`, from its user agent. That is enough for
 * users to tell their devices apart. Nothing else depends on it, because any program can send any user agent.
 */
export function deviceName(userAgent: string, locale: Locale): string {
  const unknown = deviceMessages(locale).unknown;
  if (userAgent.trim() === '') return unknown;
  const { browser, os } = Bowser.parse(userAgent);
  const name = findText(browserNames(locale), browser.name) ?? browser.name ?? '';
  const major = /^\d+/.exec(browser.version ?? '')?.[0] ?? '';
  // For an unknown browser, bowser returns the user agent's own text.
  const shown = name.slice(0, 40);
  const parts = [shown && `${shown} ${major}`.trim(), os.name ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? unknown : parts.join(' · ');
}
