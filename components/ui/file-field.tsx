'use client';

import { useState } from 'react';
import { maximumBytes } from '@/lib/file-size';
import { cn } from './cn';
import { controlClass, Frame, useControl, type FieldProps } from './field-frame';
import { fileMessages } from './file-messages';
import { useField } from './form-context';

/**
 * Shows a field for a file. It reports a file that is too large at once, and not after a minute of
 * sending.
 */
export function FileField({ accept, ...field }: FieldProps & { accept?: string }) {
  const { locale, error: refused } = useField(field.name);
  const [tooLarge, setTooLarge] = useState(false);
  const t = fileMessages(locale);
  const framed = { ...field, hint: field.hint ?? t.fileHint };
  const { attributes } = useControl(framed);
  const error = tooLarge ? t.fileTooLarge : refused;
  return (
    <Frame field={framed} error={error}>
      <input
        {...attributes}
        type="file"
        accept={accept ?? '.pdf,.png,.jpg,.jpeg,.ofd'}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          const { files } = event.currentTarget;
          const over = [...(files ?? [])].some((file) => file.size > maximumBytes);
          if (over) event.currentTarget.value = '';
          setTooLarge(over);
        }}
        className={cn(
          controlClass,
          'file:border-edge file:bg-neutral-bg file:text-fg max-w-xl py-1.5! pl-1.5 text-sm file:mr-3 file:min-h-8 file:rounded-sm file:border file:px-3',
        )}
      />
    </Frame>
  );
}
