'use client';

import { useState } from 'react';
import { cn } from './cn';
import { controlClass, Frame, useControl, widths, type FieldProps } from './field-frame';
import { passwordMessages } from './password-messages';

/**
 * Shows a field for a password. The server never sends a password back; with a script the user can
 * make it visible.
 */
export function PasswordField(field: FieldProps) {
  const { error, locale, attributes } = useControl(field);
  const [shown, setShown] = useState(false);
  const t = passwordMessages(locale);
  return (
    <Frame field={field} error={error}>
      <div className={cn('relative', widths[field.width ?? 'medium'])}>
        <input
          {...attributes}
          type={shown ? 'text' : 'password'}
          autoComplete={field.autoComplete ?? 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          className={cn(controlClass, 'pr-20')}
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-controls={attributes.id}
          onClick={() => setShown(!shown)}
          className="needs-script text-primary absolute inset-y-1 right-1 rounded px-3 text-sm"
        >
          {shown ? t.hidePassword : t.showPassword}
        </button>
      </div>
    </Frame>
  );
}
