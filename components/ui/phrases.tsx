import { Fragment } from 'react';
import { phrasesOf } from '@/lib/phrases';
import { langOf } from './words';

/**
 * Breaks a heading between its phrases. It stays one text: it is read and copied as one, because the places to break
 * at are no characters; where a phrase is wider than the page, it is broken anywhere.
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
