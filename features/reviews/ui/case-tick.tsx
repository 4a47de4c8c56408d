'use client';

import { useField } from '@/components/ui/form-context';

/** Shows a checkbox that selects one case of the queue. `first` marks the box that an error message links to. */
export function CaseTick(props: { id: string; label: string; first: boolean }) {
  const { id, label, first } = props;
  const { typed, error } = useField('applicationIds');
  const chosen = [typed ?? []].flat().includes(id);
  return (
    <input
      key={String(chosen)}
      type="checkbox"
      id={first ? 'f-applicationIds' : undefined}
      name="applicationIds"
      value={id}
      defaultChecked={chosen}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      className="accent-primary size-5 align-[-0.3125rem]"
    />
  );
}
