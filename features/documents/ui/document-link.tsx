import { FileText } from 'lucide-react';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { downloadAddress } from '../address';
import { fileSize } from '../domain/name';
import { documentMessages } from '../messages';
import type { DocumentSummary } from '../queries';

/** Shows a file's name as a link that downloads it. */
export async function DocumentLink({ document }: { document: DocumentSummary }) {
  return (
    <a
      className="link inline-flex min-h-6 items-center gap-1.5 break-all"
      href={await downloadAddress(document.id)}
      download
    >
      <FileText aria-hidden className="size-4 shrink-0" />
      <span>
        {words(document.fileName)}{' '}
        <span className="text-muted tabular whitespace-nowrap">{fileSize(document.sizeBytes)}</span>
      </span>
    </a>
  );
}

/** Shows the beginning of a file's hash, enough to tell two files apart. The whole hash is on the file's page. */
export function DocumentHash({ document, locale }: { document: DocumentSummary; locale: Locale }) {
  return (
    <p className="text-muted text-xs" title={document.sha256}>
      {documentMessages(locale).shortHash}{' '}
      <code className="tabular">{document.sha256.slice(0, 12)}</code>
    </p>
  );
}
