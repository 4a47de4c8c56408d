import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { boundsOf, fieldKinds } from '@/features/forms/domain/kinds';
import { KindFields } from './kind-fields';

test.each(fieldKinds)('the editor has a field for every bound of the kind %s', (kind) => {
  const page = renderToStaticMarkup(
    createElement(KindFields, { locale: 'en', kind, field: undefined }),
  );
  // The options of a yes or no are fixed. A column and a sample have a field for each of their parts.
  const typed = Object.entries(boundsOf(kind)).filter(
    ([, bound]) => !('fixed' in bound && bound.fixed),
  );
  const names = typed.map(([name]) => (name === 'columns' ? 'column.0' : name));
  expect(names.filter((name) => !page.includes(`name="${name}`))).toEqual([]);
});
