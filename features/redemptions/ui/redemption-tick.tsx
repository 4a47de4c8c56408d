'use client';

import { useField } from '@/components/ui/form-context';

/** Shows a checkbox that selects one redemption. `first` marks the box that an error message links to. */
export function RedemptionTick(props: {
  name: string;
  id: string;
  label: string;
  first: boolean;
  ticked: boolean;
}) {
  const { name, id, label, first, ticked } = props;
  const { answered, typed, error } = useField(name);
  const chosen = answered ? [typed ?? []].flat().includes(id) : ticked;
  return (
    <input
      key={String(chosen)}
      type="checkbox"
      id={first ? `f-${name}` : undefined}
      name={name}
      value={id}
      defaultChecked={chosen}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      className="accent-primary size-5 align-[-0.3125rem]"
    />
  );
}
