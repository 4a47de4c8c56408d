import { composed } from '@/features/forms/domain/compose';
import type { FormDefinition, FormField, FormSection } from '@/features/forms/domain/form';
import type { Bilingual } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import {
  applicantTitle,
  contactSection,
  contractFields,
  contractQuantity,
  contractTitle,
  declarationSection,
  evidenceLabels,
  filesHead,
  otherSupportField,
  projectSection,
  vendorNameField,
} from './application-form-messages';
import { questions, type QuestionId } from './domain/declared/questions';
import { choicesOfPart, partsOf, questionsOf } from './domain/questions';
import type { EvidenceCode, Rules } from './domain/rules';
import { countsUnits } from './domain/unit-price';
import { termNames } from './term-messages';
import { choicesOf, partLabel, questionHint, questionTitle } from './question-texts';

/** Returns a text in both languages as data, from a function that takes the language. */
const bothOf = (text: (locale: Locale) => string): Bilingual => ({
  'zh-CN': text('zh-CN'),
  en: text('en'),
});

/**
 * Returns a field for an amount as it is: in yuan. In a programme that counts another unit, amounts are quantities of that unit, and
 * their field is a number with the unit behind it.
 */
function counted({ unit }: Rules, field: FormField): FormField {
  if (field.kind !== 'money' || unit === undefined || unit === 'yuan') return field;
  const { kind: _money, ...base } = field;
  return { ...base, kind: 'number', unit: bothOf((locale) => termNames(locale)[unit]) };
}

/** Returns a part of a question of the eligibility check as a form field, with the same wording as there. */
function checkField(question: QuestionId, part: string, rules: Rules): FormField {
  const own = question === 'own' || question === 'awards';
  const label = bothOf((locale) =>
    own ? partLabel(part, rules, locale) : questionTitle(question, locale),
  );
  const hint = questionHint(question, rules, 'zh-CN') && !own;
  const zh = choicesOf(part, rules, [], 'zh-CN');
  const en = choicesOf(part, rules, [], 'en');
  // The items that do not count and the tax may be zero, so they can be left empty.
  const required = part !== 'excludedAmount' && part !== 'taxAmount';
  const base = {
    name: part,
    label,
    required,
    ...(hint && { hint: bothOf((locale) => questionHint(question, rules, locale) ?? '') }),
  };
  if (!choicesOfPart(part, rules)) return counted(rules, { ...base, kind: 'money' });
  const options = zh.map(({ value, label: text }, at) => ({
    value,
    label: { 'zh-CN': text, en: en[at]?.label ?? text },
  }));
  return { ...base, kind: 'choice', options };
}

/** Returns the further questions of the rules as fields, either about the contract or about the applicant. */
const ruleFields = (rules: Rules, about: 'applicant' | 'contract'): FormField[] =>
  questionsOf(rules)
    .filter((id) => questions[id].about === about)
    .flatMap((id) =>
      partsOf(id, rules).map((part) =>
        part === 'otherSupportAmount'
          ? counted(rules, otherSupportField)
          : checkField(id, part, rules),
      ),
    );

/** Returns the section about the contract. It contains only what the programme's rules look at. */
const contractSection = (rules: Rules): FormSection => ({
  id: 'contract',
  title: contractTitle,
  fields: [
    ...contractFields.map((field) => {
      if (field.kind === 'vendor' && rules.vendors.scope === 'any') return vendorNameField;
      // The programme decides which costs count and which must be left out, so its hint replaces the usual one.
      if (field.name !== 'contractAmount') return field;
      const asked = countsUnits(rules) ? { ...field, label: contractQuantity } : field;
      const hint = bothOf((locale) => questionHint('contractAmount', rules, locale) ?? '');
      return counted(rules, rules.costs ? { ...asked, hint } : asked);
    }),
    ...ruleFields(rules, 'contract'),
  ],
});

/** Returns the section about the applicant, or none if the rules look at nothing beyond the profile. */
function applicantSection(rules: Rules): FormSection[] {
  const fields = ruleFields(rules, 'applicant');
  if (fields.length === 0) return [];
  return [{ id: 'applicant', title: applicantTitle, fields }];
}

const fileField = (code: EvidenceCode): FormField => ({
  name: `${code}File`,
  kind: 'file',
  label: evidenceLabels[code],
  required: true,
});

const filesSection = (rules: Rules): FormSection => ({
  id: 'files',
  ...filesHead,
  fields: rules.evidence.application.map(fileField),
});

/** Returns the form with the questions that follow from the rules of a programme. */
export const applicationForm = (rules: Rules): FormDefinition => ({
  sections: [
    contactSection,
    projectSection,
    ...applicantSection(rules),
    contractSection(rules),
    filesSection(rules),
    declarationSection,
  ],
});

/** Returns the form of a programme: the questions of its rules, with the programme's own questions added. */
export const programmeForm = (rules: Rules, stored: FormDefinition): FormDefinition =>
  composed(applicationForm(rules), stored);
