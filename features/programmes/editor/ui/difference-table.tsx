import { Minus, PenLine, Plus } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { changeName, changeText } from '../difference-text';
import type { Change } from '../domain/difference';
import { editorMessages } from '../messages';

const icons = { added: Plus, removed: Minus, changed: PenLine };
const inks = { added: 'text-success', removed: 'text-danger', changed: 'text-info' };

/** Shows how two versions differ; each change is marked by a word and a sign, not by colour alone. */
export function DifferenceTable(props: {
  locale: Locale;
  changes: readonly Change[];
  caption: string;
}) {
  const { locale, changes, caption } = props;
  const t = editorMessages(locale);
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'what', header: t.parameter, wrap: true },
        { key: 'change', header: t.change },
        { key: 'before', header: t.before, wrap: true },
        { key: 'after', header: t.after, wrap: true },
        { key: 'section', header: t.section },
      ]}
      rows={changes.map((change, at) => {
        const Icon = icons[change.kind];
        return {
          key: `${change.path}-${at}`,
          cells: {
            what: changeName(locale, change),
            change: (
              <span className={`${inks[change.kind]} inline-flex items-center gap-1 font-semibold`}>
                <Icon aria-hidden className="size-4" strokeWidth={1.75} />
                {t[change.kind]}
              </span>
            ),
            before:
              change.kind === 'added' ? (
                '—'
              ) : (
                <del>{words(changeText(locale, change, 'before'))}</del>
              ),
            after:
              change.kind === 'removed' ? (
                '—'
              ) : (
                <ins className="no-underline">{words(changeText(locale, change, 'after'))}</ins>
              ),
            section: t[`section_${change.section}`],
          },
        };
      })}
      empty={<EmptyState title={t.same} />}
    />
  );
}
