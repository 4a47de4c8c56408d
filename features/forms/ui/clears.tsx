'use client';

import { Callout } from '@/components/ui/callout';
import { Choice } from '@/components/ui/choice';
import { useField, useIdOf } from '@/components/ui/form-context';
import { words } from '@/components/ui/words';

const single = (typed: string | readonly string[] | undefined) =>
  typeof typed === 'string' ? typed : '';

/**
 * Shows which other answers a save would clear, when the portal refused it for that reason. If the box is ticked, the
 * next save clears them. It works without JavaScript, because the box is part of the form.
 */
export function Clears({ texts }: { texts: { title: string; body: string; confirm: string } }) {
  const names = single(useField('asks').returned);
  const { returned, locale } = useField('asksLabels');
  const labels = single(returned);
  const id = useIdOf()('clears');
  if (names === '') return null;
  return (
    <Callout tone="warn" title={texts.title}>
      <p className="font-semibold">{words(labels, locale)}</p>
      <p>{texts.body}</p>
      <Choice
        type="checkbox"
        id={id}
        name="clears"
        value={names}
        checked={false}
        label={texts.confirm}
      />
    </Callout>
  );
}
