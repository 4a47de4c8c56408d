import { addressOf } from './address';
import { locales } from './locale';

/** The texts for each `[name]` of a pattern. */
type ValuesOf<P extends string> = P extends `${string}[${string}]${infer Rest}`
  ? [string, ...ValuesOf<Rest>]
  : [];

/** The values that each query parameter takes; an empty list means any text. */
type Choices = Readonly<Record<string, readonly string[]>>;
type Asked<C extends Choices | undefined> = C extends Choices
  ? { readonly [K in keyof C]?: C[K][number] | null | undefined }
  : undefined;

type Path<P extends string, C extends Choices | undefined> = {
  (...values: [...ValuesOf<P>, asked?: Asked<C>]): string;
  /** The folder of the page below app/[locale], or of the handler below app. */
  readonly pattern: P;
};

const text: readonly string[] = [];
const organisationDone = {
  done: ['saved', 'removed', 'requested', 'changed', 'stepped_down'],
} as const;
const formDone = { done: ['saved', 'added', 'moved', 'removed'] } as const;

/**
 * Makes the builder of one address. The builder takes a text for each `[name]`, then the query.
 * @param _choices the query parameters that other pages set, each with its values
 */
function at<const P extends string, const C extends Choices | undefined = undefined>(
  pattern: P,
  _choices?: C,
): Path<P, C> {
  const build = (...given: readonly (string | Asked<C> | undefined)[]): string => {
    const values = given.filter((value) => typeof value === 'string');
    const asked = given.find((value) => typeof value === 'object');
    const path = pattern.replace(/\[\w+\]/g, () => encodeURIComponent(values.shift() ?? ''));
    return addressOf(path, asked);
  };
  return Object.assign(build, { pattern });
}

/**
 * Every address of the portal, without its language (`localePath` adds that). lib/paths.test.ts compares the patterns with
 * the folders of app/, and a lint rule forbids addresses anywhere else.
 */
export const paths = {
  home: at('/'),
  programmes: at('/programmes', { city: text }),
  programme: at('/programmes/[slug]'),
  check: at('/programmes/[slug]/check'),
  versions: at('/programmes/[slug]/versions'),
  compare: at('/compare'),
  notices: at('/notices'),
  notice: at('/notices/[id]'),
  awards: at('/awards'),
  vendors: at('/vendors'),
  vendorEntry: at('/vendors/[id]'),
  verify: at('/verify', { code: text }),
  verified: at('/verify/[code]'),
  sample: at('/samples/[code]'),
  developers: at('/developers'),

  signIn: at('/sign-in', { next: text, done: ['password_changed'] }),
  signUp: at('/sign-up', { next: text }),
  forgotPassword: at('/forgot-password'),
  resetPassword: at('/reset-password/[token]'),
  invitation: at('/invitations/[token]'),
  registerOrganisation: at('/register-organisation'),
  settings: at('/settings', { done: ['left', 'handed_over'] }),
  wishes: at('/settings/notifications'),
  notifications: at('/notifications'),
  notification: at('/notifications/[id]'),
  document: at('/documents/[id]'),

  startup: {
    home: at('/startup'),
    applications: at('/startup/applications'),
    newApplication: at('/startup/applications/new', { programme: text, from: text }),
    application: at('/startup/applications/[id]', { done: ['started', 'copied', 'saved'] }),
    section: at('/startup/applications/[id]/[section]', {
      from: ['review'],
      done: ['saved', 'attached', 'removed', 'restored'],
    }),
    review: at('/startup/applications/[id]/review', {
      done: ['saved', 'sign_off_requested', 'sign_off_returned'],
    }),
    submitted: at('/startup/applications/[id]/submitted'),
    status: at('/startup/applications/[id]/status', {
      done: ['appealed', 'resubmitted', 'withdrawn'],
    }),
    vouchers: at('/startup/vouchers'),
    voucher: at('/startup/vouchers/[id]', { done: ['held', 'released'] }),
    hold: at('/startup/vouchers/[id]/hold'),
    redemption: at('/startup/redemptions/[id]', { done: ['confirmed', 'disputed'] }),
    organisation: at('/startup/organisation', organisationDone),
    organisationPart: at('/startup/organisation/[part]', organisationDone),
  },
  vendor: {
    home: at('/vendor'),
    check: at('/vendor/check'),
    redemptions: at('/vendor/redemptions'),
    newRedemption: at('/vendor/redemptions/new', { hold: text }),
    redemption: at('/vendor/redemptions/[id]', { done: ['submitted'] }),
    statement: at('/vendor/statement'),
    organisation: at('/vendor/organisation', organisationDone),
    organisationPart: at('/vendor/organisation/[part]', organisationDone),
  },
  city: {
    home: at('/city'),
    cases: at('/city/cases', {
      stage: ['submitted', 'accepted', 'first_passed'],
      who: ['unassigned'],
      turn: ['mine'],
      due: ['soon', 'overdue'],
      done: ['assigned'],
    }),
    case: at('/city/cases/[id]', {
      done: ['taken', 'assigned', 'returned', 'recommended', 'refused', 'queued', 'passed'],
    }),
    organisations: at('/city/organisations'),
    organisation: at('/city/organisations/[id]', { done: ['verified', 'refused'] }),
    programmes: at('/city/programmes'),
    newProgramme: at('/city/programmes/new'),
    programme: at('/city/programmes/[id]', {
      done: [
        'created',
        'proposed',
        'discarded',
        'returned',
        'published',
        'suspended',
        'resumed',
        'closed',
      ],
    }),
    ready: at('/city/programmes/[id]/ready'),
    whatIf: at('/city/programmes/[id]/what-if'),
    rules: at('/city/programmes/[id]/edit/[section]', { done: ['created', 'saved'], rows: text }),
    form: at('/city/programmes/[id]/form', formDone),
    formPreview: at('/city/programmes/[id]/form/preview'),
    formSection: at('/city/programmes/[id]/form/sections/[section]', formDone),
    question: at('/city/programmes/[id]/form/questions/[question]', formDone),
    notices: at('/city/notices'),
    objections: at('/city/objections', { turn: ['mine'] }),
    objection: at('/city/objections/[id]', { done: ['dismissed', 'upheld'] }),
    appeals: at('/city/appeals', { turn: ['mine'] }),
    appeal: at('/city/appeals/[id]', { done: ['dismissed', 'granted'] }),
    issues: at('/city/issues', { done: ['proposed', 'issued', 'declined'] }),
    awards: at('/city/awards', { done: ['discarded'] }),
    awardList: at('/city/awards/[id]', {
      state: ['problem'],
      done: [
        'same_file',
        'checked',
        'corrected',
        'row_corrected',
        'set_aside',
        'taken_back',
        'proposed',
        'released',
        'declined',
        'invited',
      ],
    }),
    awardMapping: at('/city/awards/[id]/mapping'),
    awardRow: at('/city/awards/[id]/rows/[row]'),
    vouchers: at('/city/vouchers'),
    voucher: at('/city/vouchers/[id]', { done: ['frozen', 'unfrozen'] }),
    redemptions: at('/city/redemptions', { state: ['confirmed', 'disputed'] }),
    redemption: at('/city/redemptions/[id]', { done: ['verified', 'rejected'] }),
    settlements: at('/city/settlements'),
    settlement: at('/city/settlements/[id]'),
    budgets: at('/city/budget'),
    budget: at('/city/budget/[id]', { done: ['proposed', 'released', 'declined'] }),
    ledger: at('/city/ledger'),
    audit: at('/city/audit'),
    people: at('/city/people'),
  },
  platform: {
    home: at('/platform'),
    calendar: at('/platform/calendar', { done: ['proposed', 'released', 'declined'] }),
    city: at('/platform/cities/[slug]'),
  },
  demo: { mail: at('/demo/mail') },

  api: {
    health: at('/api/health'),
    session: at('/api/session'),
    preferences: at('/api/preferences'),
    documents: at('/api/documents'),
    document: at('/api/documents/[id]'),
    letter: at('/api/applications/[id]/letters/[kind]', { n: text, lang: locales }),
    whatIf: at('/api/programmes/[id]/what-if', { locale: locales }),
    budget: at('/api/budget', { locale: locales }),
    awardTemplate: at('/api/awards/template', { programme: text, locale: locales }),
    awardFile: at('/api/awards/[id]/file'),
    awardProblems: at('/api/awards/[id]/problems', { locale: locales }),
    paymentFile: at('/api/settlements/[id]/payment-file'),
  },
} as const;
