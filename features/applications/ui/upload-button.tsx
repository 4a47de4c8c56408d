'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { SubmitButton } from '@/components/ui/submit-button';

/**
 * Sends the file of the form around it. A file that is too large is told before it travels, and
 * while one travels that is said, once.
 */
export function UploadButton(props: {
  label: string;
  uploading: string;
  tooLarge: string;
  maximumBytes: number;
}) {
  const { label, uploading, tooLarge, maximumBytes } = props;
  const place = useRef<HTMLDivElement>(null);
  const [large, setLarge] = useState(false);
  const { pending } = useFormStatus();
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return undefined;
    const look = (event: Event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
      const isLarge = (input.files?.[0]?.size ?? 0) > maximumBytes;
      if (isLarge) input.value = '';
      setLarge(isLarge);
    };
    form.addEventListener('change', look);
    return () => {
      form.removeEventListener('change', look);
    };
  }, [maximumBytes]);
  return (
    <div ref={place} className="flex flex-wrap items-center gap-3">
      <SubmitButton variant="secondary">{label}</SubmitButton>
      <span
        role="status"
        className={large ? 'text-danger text-sm font-semibold' : 'text-muted text-sm'}
      >
        {pending ? uploading : large ? tooLarge : ''}
      </span>
    </div>
  );
}
