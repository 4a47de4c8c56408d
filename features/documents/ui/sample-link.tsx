import { ExternalLink } from 'lucide-react';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { documentMessages } from '../messages';
import { sampleCode } from '../samples';

/** Shows a link to the sample of a required document, where there is one. */
export function SampleLink(props: { requirement: string; label: string; locale: Locale }) {
  const { requirement, label, locale } = props;
  const code = sampleCode(requirement);
  if (!code) return null;
  const t = documentMessages(locale);
  return (
    <a
      className="link inline-flex min-h-6 items-center gap-1 text-sm"
      href={localePath(locale, paths.sample(code))}
      target="_blank"
      rel="noopener"
    >
      {t.sample}
      <span className="sr-only">
        {' '}
        {label}
        {t.newTab}
      </span>
      <ExternalLink aria-hidden className="size-3.5" strokeWidth={1.75} />
    </a>
  );
}
