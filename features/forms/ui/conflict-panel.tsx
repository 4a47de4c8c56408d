'use client';

import { Callout } from '@/components/ui/callout';
import { buttonClass } from '@/components/ui/button-class';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import type { Conflict } from '../domain/conflicts';
import { momentMessages } from '../moment-messages';
import type { SavingTexts } from '../saving-messages';

/**
 * Shows answers that two users changed to different values, side by side, so that the user can choose. Without a
 * script the buttons send the form with the choice.
 */
export function ConflictPanel(props: {
  conflicts: readonly Conflict[];
  locale: Locale;
  texts: SavingTexts;
  /** @returns whether the choice was saved; otherwise the button sends the form */
  onChoose: (conflict: Conflict, theirs: boolean) => boolean;
}) {
  const { conflicts, locale, texts: t, onChoose } = props;
  if (conflicts.length === 0) return null;
  const small = buttonClass('secondary', 'sm');
  return (
    <Callout tone="warn" title={t.conflictTitle} live>
      <ul className="divide-line divide-y">
        {conflicts.map((conflict) => (
          <li key={conflict.name} className="space-y-2 py-3">
            <p className="font-semibold">{words(conflict.label, locale)}</p>
            <div className="grid gap-3 sm:grid-cols-2">
              <div className="border-line bg-surface rounded border p-3">
                <p className="text-muted text-sm">{t.mine}</p>
                <p className="break-words whitespace-pre-wrap">
                  {words(conflict.mine || t.nothingThere, locale)}
                </p>
                <button
                  type="submit"
                  className={`${small} mt-2`}
                  onClick={(event) => {
                    event.preventDefault();
                    onChoose(conflict, false);
                  }}
                >
                  {t.keepMine}
                  <span className="sr-only"> {words(conflict.label, locale)}</span>
                </button>
              </div>
              <div className="border-line bg-surface rounded border p-3">
                <p className="text-muted text-sm">
                  {words(
                    momentMessages(locale).theirs({ by: conflict.by, at: conflict.at }),
                    locale,
                  )}
                </p>
                <p className="break-words whitespace-pre-wrap">
                  {words(conflict.theirs || t.nothingThere, locale)}
                </p>
                <button
                  type="submit"
                  name="takeTheirs"
                  value={conflict.name}
                  className={`${small} mt-2`}
                  onClick={(event) => {
                    if (onChoose(conflict, true)) event.preventDefault();
                  }}
                >
                  {t.takeTheirs}
                  <span className="sr-only"> {words(conflict.label, locale)}</span>
                </button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
