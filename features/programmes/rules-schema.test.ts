import { describe, expect, test } from 'vitest';
import { nanning2025 } from '@/db/seed/programmes/nanning-2025';
import { qingyang2024 } from '@/db/seed/programmes/qingyang-2024';
import { shenzhenTraining2026 } from '@/db/seed/programmes/shenzhen-training-2026';
import { formSchema, guideSchema, rulesSchema } from './rules-schema';

describe.each([qingyang2024, shenzhenTraining2026, nanning2025])('$slug', (programme) => {
  test('its rules, guide and form are what the schemas admit, and survive storage', () => {
    const stored: unknown = JSON.parse(JSON.stringify(programme));
    expect(rulesSchema.parse((stored as typeof programme).rules)).toEqual(programme.rules);
    expect(guideSchema.parse((stored as typeof programme).guide)).toEqual(programme.guide);
    expect(formSchema.parse((stored as typeof programme).form)).toEqual(programme.form);
  });

  test('the guide’s texts repeat no number of the rules', () => {
    const { title, ...texts } = programme.guide;
    expect(title['zh-CN']).toMatch(/\d{4}/);
    const words = JSON.stringify(texts)
      .replace(/（\d{4}(?: 年)?）|\(\d{4}\)/g, '')
      .replace(/\d{4}-\d+/g, '');
    expect(words).not.toMatch(/\d/);
  });

  test('the form asks for the papers that the rules name, and no others', () => {
    const files = programme.form.sections
      .flatMap((section) => section.fields)
      .filter((field) => field.kind === 'file')
      .map((field) => field.name);
    expect(files).toEqual(programme.rules.evidence.application.map((code) => `${code}File`));
  });
});

test('wrong rules are refused', () => {
  const { rules } = qingyang2024;
  const wrong: unknown[] = [
    { ...rules, capPerYear: { clause: '5', yuan: '-1' } },
    { ...rules, rates: [] },
    { ...rules, rates: [{ clause: '5', percent: '30%' }] },
    { ...rules, base: { clause: 'five', of: 'contract' } },
    { ...rules, unknown: true },
  ];
  for (const candidate of wrong) expect(rulesSchema.safeParse(candidate).success).toBe(false);
});
