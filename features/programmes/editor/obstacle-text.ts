import type { Locale } from '@/lib/locale';
import { textOf } from '@/lib/messages';
import { contradictionTexts, situationText } from './contradiction-messages';
import type { Draft } from './domain/draft';
import { sectionOf, type SectionId } from '@/features/rules/domain/parameter-table';
import { editorMessages } from './messages';
import { fieldName } from './field-text';
import type { Obstacle, Readiness } from './readiness';
import { formFaultTexts } from '@/features/forms/fault-messages';

/** The title of an example, or its number where it has none yet. */
export function exampleTitle(locale: Locale, draft: Draft, at: number): string {
  const { title } = (draft.examples[at] ?? {}) as { title?: { 'zh-CN'?: string; en?: string } };
  return title?.[locale] ?? String(at + 1);
}

/** What keeps a version from being proposed, in a sentence. */
export function obstacleText(
  locale: Locale,
  obstacle: Obstacle,
  draft: Draft,
  outcomes: Readiness['outcomes'],
): string {
  const t = editorMessages(locale);
  switch (obstacle.kind) {
    case 'missing':
      return t.missingField({ field: fieldName(locale, obstacle.field) });
    case 'few':
      return t.fewExamples({ count: obstacle.count });
    case 'example': {
      const title = exampleTitle(locale, draft, obstacle.at);
      return outcomes[obstacle.at] ? t.exampleFails({ title }) : t.exampleUnworked({ title });
    }
    case 'form': {
      const { fault } = obstacle;
      const where = fault?.field ?? fault?.section ?? '';
      return textOf(formFaultTexts, locale, fault?.code ?? 'form_shape', { where });
    }
    case 'contradiction': {
      const { code, values, situation, field } = obstacle.contradiction;
      const all = {
        ...values,
        ...(situation && { situation: situationText(locale, draft.rules, situation) }),
      };
      const text = textOf(contradictionTexts, locale, code, all);
      return t.problemAt({ field: fieldName(locale, field), text });
    }
  }
}

/** What is left to do in each section. */
export function obstaclesBySection({ checks }: Readiness): Map<SectionId, Obstacle[]> {
  const found = new Map<SectionId, Obstacle[]>();
  for (const obstacle of checks.flatMap(({ obstacles }) => obstacles)) {
    // The questions are edited on pages of their own.
    if (obstacle.kind === 'form') continue;
    const section = sectionOf(obstacle.field);
    found.set(section, [...(found.get(section) ?? []), obstacle]);
  }
  return found;
}
