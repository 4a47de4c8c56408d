import type { ReactNode } from 'react';
import { CodeBlock } from '@/components/ui/code-block';
import { Section } from '@/components/ui/page';
import { Link } from '@/components/ui/link';
import { say, type Bilingual } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { filesOf, verifyCommand, type SigningAlgorithm } from '../domain/keys';
import { offlineMessages } from '../messages';

/** Shows a command that can be copied as it is. */
function Command(props: {
  algorithm: SigningAlgorithm;
  number: string;
  keyId: string;
  label: string;
}) {
  const { algorithm, number, keyId, label } = props;
  return <CodeBlock label={label}>{verifyCommand(algorithm, filesOf(number, keyId))}</CodeBlock>;
}

/** Explains how to verify without the portal, with the command for either algorithm and where the keys are. */
export function Offline(props: {
  locale: Locale;
  cities: readonly { slug: string; city: Bilingual }[];
}) {
  const { locale, cities } = props;
  const t = offlineMessages(locale);
  const names = { number: t.exampleNumber, keyId: t.exampleKey };
  return (
    <Section title={t.title} lead={t.lead}>
      <p className="measure">{t.which}</p>
      <Command algorithm="ed25519" {...names} label={t.which} />
      <p className="measure">{t.sm2}</p>
      <Command algorithm="sm2" {...names} label={t.sm2} />
      <p className="measure">{t.answer}</p>
      {cities.length > 0 && (
        <>
          <h3 className="text-lg">{t.keys}</h3>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {cities.map(({ slug, city }) => (
              <li key={slug}>
                <Link
                  className="link inline-flex min-h-6 items-center"
                  href={localePath(locale, paths.signingKeys(slug))}
                >
                  {say(city, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** Shows the command for one certificate, with the names of its files. */
export function OfflineOf(props: {
  locale: Locale;
  algorithm: SigningAlgorithm;
  number: string;
  keyId: string;
  children: ReactNode;
}) {
  const { locale, children, ...command } = props;
  const t = offlineMessages(locale);
  return (
    <Section title={t.title}>
      {children}
      <p className="measure">{t.thisOne}</p>
      <Command {...command} label={t.thisOne} />
      <p className="measure">{t.answer}</p>
    </Section>
  );
}
