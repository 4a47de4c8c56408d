'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';

/**
 * A question that is asked only when another one of the same form is answered in a certain way.
 * Without JavaScript the saved answer decides.
 */
export function Conditional(props: {
  field: string;
  equals: string;
  shown: boolean;
  children: ReactNode;
}) {
  const { field, equals, shown: before, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(before);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return undefined;
    const look = () => {
      setShown(new FormData(form).get(field) === equals);
    };
    form.addEventListener('change', look);
    return () => {
      form.removeEventListener('change', look);
    };
  }, [field, equals]);
  return (
    <div ref={place} hidden={!shown}>
      {children}
    </div>
  );
}
