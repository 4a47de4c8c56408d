'use client';

import { Link2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useFormLocale } from '@/components/ui/form-context';
import { putValue } from '@/components/ui/form-values';
import { words } from '@/components/ui/words';

/**
 * Shows where an answer came from while it is unchanged, and offers the profile's present answer if that differs.
 * Without a script the button submits the form; its label says so.
 */
export function SourceNote(props: {
  name: string;
  /** The answer when the page was loaded. */
  value: string;
  /** Where the answer came from, in words; undefined if the applicant typed it. */
  label: string | undefined;
  /** The profile's answer, as stored. */
  profile: string | undefined;
  /** The text which says that the profile's answer has changed meanwhile. */
  changed: string | undefined;
  useLabel: string | undefined;
}) {
  const { name, value, label, profile, changed, useLabel } = props;
  const locale = useFormLocale();
  const place = useRef<HTMLDivElement>(null);
  const [now, setNow] = useState(value);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return undefined;
    const look = () => {
      const typed = new FormData(form).get(name);
      setNow(typeof typed === 'string' ? typed : '');
    };
    form.addEventListener('input', look);
    return () => form.removeEventListener('input', look);
  }, [name]);
  const asItCame = label !== undefined && now === value;
  const differs = profile !== undefined && now !== profile;
  if (label === undefined && profile === undefined) return null;
  return (
    <div ref={place} className="text-muted flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {asItCame && (
        <p className="inline-flex items-center gap-1">
          <Link2 aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          {words(label, locale)}
        </p>
      )}
      {asItCame && differs && changed && (
        <p className="text-warn font-semibold">{words(changed, locale)}</p>
      )}
      {differs && useLabel && (
        <button
          type="submit"
          name="takeProfile"
          value={name}
          className="link min-h-6"
          onClick={(event) => {
            event.preventDefault();
            const form = place.current?.closest('form');
            if (form) putValue(form, name, profile);
          }}
        >
          {words(useLabel, locale)}
        </button>
      )}
    </div>
  );
}
