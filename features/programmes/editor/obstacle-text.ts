import type { Locale } from '@/lib/locale';
import { textOf } from '@/lib/messages';
import { contradictionTexts } from './contradiction-messages';
import { situationText } from './situation-text';
import type { Draft } from './domain/draft';
import { sectionOf, type SectionId } from '@/features/rules/domain/parameter-table';
import { editorMessages } from './messages';
import { fieldName } from './field-text';
import type { Obstacle, Readiness } from './readiness';
import { formFaultTexts } from '@/features/forms/fault-messages';

/** Returns the title of an example, or its number where it has no title yet. */
export function exampleTitle(locale: Locale, draft: Draft, at: number): string {
  const { title } = (draft.examples[at] ?? {}) as { title?: { 'zh-CN'?: string; en?: string } };
  return title?.[locale] ?? String(at + 1);
}

/** Describes in a sentence what prevents a version from being proposed. */
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

/** Groups what is left to do by section. */
export function obstaclesBySection({ checks }: Readiness): Map<SectionId, Obstacle[]> {
  const found = new Map<SectionId, Obstacle[]>();
  for (const obstacle of checks.flatMap(({ obstacles }) => obstacles)) {
    // The questions are edited on their own pages.
    if (obstacle.kind === 'form') continue;
    const section = sectionOf(obstacle.field);
    found.set(section, [...(found.get(section) ?? []), obstacle]);
  }
  return found;
}
