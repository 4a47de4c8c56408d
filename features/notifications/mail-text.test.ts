import { describe, expect, it } from 'vitest';
import { kinds } from './kinds';
import { mailText, storedText } from './mail-text';
import type { MailTemplate } from './mail-values';
import { mails } from './messages';

const templates = Object.keys(mails) as MailTemplate[];

describe('mails', () => {
  it('have a complete text in both languages, without words of the other', () => {
    // A value for every name, so that a missing value is visible in the text.
    const values = new Proxy<Record<string, string>>({}, { get: (_, name) => `{${String(name)}}` });
    for (const template of templates) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const { subject, body } = mails[template].text(locale, values);
        const said = `${subject} ${body}`;
        expect(said, template).not.toMatch(/undefined|\[object/);
        expect(/\p{Script=Han}/u.test(said), `${template} ${locale}`).toBe(locale === 'zh-CN');
      }
    }
    expect(Object.keys(kinds).sort()).toEqual([...templates].sort());
  });

  it('show dates in the format of each language, from an instant or a day', () => {
    const at = { reference: 'QY-1', due: '2026-06-30T15:59:59.999Z' };
    expect(mailText('correction_requested', at, 'zh-CN').body).toContain('2026-06-30');
    expect(mailText('correction_requested', at, 'en').body).toContain('30 Jun 2026');
    const on = { reference: 'QY-1', due: '2026-06-30' };
    expect(mailText('correction_requested', on, 'en').body).toContain('30 Jun 2026');
    // After midnight in China it is the next day there, even if it is still the day before in UTC.
    const late = { reference: 'QY-1', due: '2026-06-30T16:00:00.000Z' };
    expect(mailText('correction_requested', late, 'zh-CN').body).toContain('2026-07-01');
  });

  it('leave text that is no date as it is, and show the name of an unknown template', () => {
    expect(mailText('correction_requested', { due: '月底' }, 'zh-CN').body).toContain('月底');
    for (const locale of ['zh-CN', 'en'] as const) {
      const { subject, body } = storedText('application_rejected', {}, locale);
      expect(`${subject} ${body}`).not.toContain('undefined');
    }
    expect(storedText('of_old', {}, 'en')).toEqual({ subject: 'of_old', body: '' });
  });
});
