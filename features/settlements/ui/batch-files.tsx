import { Callout } from '@/components/ui/callout';
import { Section } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { formatFen, sumFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { fileMessages } from '../file-messages';
import type { BatchFilesView } from '../file-queries';
import { FileLines } from './file-table';

type Props = { locale: Locale; view: BatchFilesView };

/** How many lines of each file are shown. */
const shownLines = 20;

/** Says what is wrong with texts of the files. */
function Warnings({ locale, view }: Props) {
  const t = fileMessages(locale);
  return (
    <>
      {view.unwritable.length > 0 && (
        <Callout
          tone="danger"
          title={t.unwritableLines({ references: view.unwritable.join(', ') })}
        />
      )}
      {view.guarded.length > 0 && (
        <Callout tone="warn" title={t.guarded({ references: view.guarded.join(', ') })} />
      )}
    </>
  );
}

/** Shows the files with which a batch would be released: every file with its sum and its first lines. */
export function FilesBeforeRelease({ locale, view }: Props) {
  const t = fileMessages(locale);
  const { template } = view;
  const payments = view.files.reduce((sum, { cells }) => sum + cells.length, 0);
  const total = formatFen(sumFen(view.files.map(({ totalFen }) => totalFen)));
  return (
    <Section
      title={t.files}
      lead={
        template && (
          <>
            {words(template.name)} · {t.version({ n: view.version ?? 0 })}
            {payments > 0 && (
              <>
                {' · '}
                {t.filesLead({ files: view.files.length, payments })} {total}
              </>
            )}
          </>
        )
      }
    >
      <Warnings locale={locale} view={view} />
      {template &&
        view.files.map((file) => (
          <div key={file.name} className="space-y-2">
            <h3 className="flex flex-wrap gap-x-3 text-lg">
              {file.name}
              <span className="text-muted text-base font-normal">
                {t.fileSum({ n: file.cells.length, amount: formatFen(file.totalFen) })}
              </span>
            </h3>
            <FileLines
              locale={locale}
              caption={file.name}
              template={template}
              table={file}
              shown={shownLines}
            />
            {file.cells.length > shownLines && (
              <p className="text-muted">{t.firstRows({ n: shownLines })}</p>
            )}
            <p className="text-muted text-sm">
              {t.fileHash}: <code className="break-all">{file.sha256}</code>
            </p>
          </div>
        ))}
    </Section>
  );
}

/** Shows the files of a released batch, to be downloaded as they were released. */
export function ReleasedFiles({ locale, view, batchId }: Props & { batchId: string }) {
  const t = fileMessages(locale);
  return (
    <Section
      title={t.files}
      lead={
        view.template && (
          <>
            {words(view.template.name)} · {t.version({ n: view.version ?? 0 })}
          </>
        )
      }
    >
      <ul className="space-y-3">
        {view.files.map((file, at) => (
          <li key={file.name}>
            <a
              className="link inline-flex min-h-11 items-center"
              href={paths.api.paymentFile(batchId, { n: String(at + 1) })}
            >
              {t.download({ name: file.name })}
            </a>
            <p className="text-muted text-sm">
              {t.fileHash}: <code className="break-all">{file.sha256}</code>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
