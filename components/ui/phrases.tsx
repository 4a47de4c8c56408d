import { Fragment } from 'react';
import { phrasesOf } from '@/lib/phrases';
import { langOf } from './words';

/**
 * Breaks a heading between its phrases. It remains one text for reading and copying, because the break points are not characters;
 * a phrase that is wider than the page is broken anywhere.
 */
export function Phrases({ text }: { text: string }) {
  if (!/\p{Script=Han}/u.test(text)) return <>{text}</>;
  return (
    <span className="wrap-anywhere break-keep" lang={langOf(text)}>
      {phrasesOf(text).map((phrase, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {phrase}
        </Fragment>
      ))}
    </span>
  );
}
