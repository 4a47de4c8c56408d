import { FileText } from 'lucide-react';
import { megabytes } from '../domain/name';
import type { DocumentSummary } from '../queries';

/** A file's name that downloads it. */
export function DocumentLink({ document }: { document: DocumentSummary }) {
  return (
    <a
      className="link inline-flex min-h-6 items-center gap-1.5 break-all"
      href={`/api/documents/${document.id}`}
      download
    >
      <FileText aria-hidden className="size-4 shrink-0" />
      <span>
        {document.fileName}{' '}
        <span className="text-muted tabular whitespace-nowrap">
          {megabytes(document.sizeBytes)}
        </span>
      </span>
    </a>
  );
}
