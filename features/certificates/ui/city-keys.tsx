import { Flash } from '@/components/ui/callout';
import { Checkbox, HiddenField, RadioGroup } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Link } from '@/components/ui/link';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { rotateKeyAction } from '../actions';
import { signingAlgorithms } from '../domain/keys';
import { algorithmNames, keyDoneText, keyMessages, offlineMessages } from '../messages';
import type { CityKeys } from '../queries';
import { KeyList } from './key-list';

/** Shows the form that replaces the key. It names the key that it was shown with, so that nobody replaces an unseen one. */
function Rotate({ locale, seen }: { locale: Locale; seen: string }) {
  const t = keyMessages(locale);
  const hints = { ed25519: t.ed25519Hint, sm2: t.sm2Hint };
  return (
    <Section title={t.rotate} lead={t.rotateLead}>
      <ActionForm key={seen} action={rotateKeyAction} locale={locale}>
        <HiddenField name="seen" value={seen} />
        <RadioGroup
          name="algorithm"
          label={t.algorithm}
          defaultValue="ed25519"
          options={signingAlgorithms.map((value) => ({
            value,
            label: algorithmNames(locale)[value],
            hint: hints[value],
          }))}
        />
        <Checkbox name="confirmed" label={t.confirmed} />
        <SubmitButton variant="danger">{t.rotate}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Shows a city its keys, and its administrator the form that replaces the present one. */
export function CityKeysPage(props: {
  locale: Locale;
  found: CityKeys;
  mayRotate: boolean;
  done: string | undefined;
}) {
  const { locale, found, mayRotate, done } = props;
  const t = keyMessages(locale);
  const present = found.keys.find(({ retiredAt }) => retiredAt === null);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Flash text={keyDoneText(locale, done)} />
      <Columns aside={mayRotate && <Rotate locale={locale} seen={present?.keyId ?? ''} />}>
        <Section
          title={offlineMessages(locale).all}
          actions={
            <Link className="link" href={localePath(locale, paths.signingKeys(found.slug))}>
              {t.publicPage}
            </Link>
          }
        >
          <KeyList locale={locale} slug={found.slug} keys={found.keys} />
        </Section>
      </Columns>
    </PageBody>
  );
}
