import { HiddenField } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { Card, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import type { DocumentSummary } from '@/features/documents/queries';
import { DocumentLink } from '@/features/documents/ui/document-link';
import type { EvidenceCode } from '@/features/rules/domain/rules';
import { valueNames } from '@/features/rules/value-messages';
import type { Locale } from '@/lib/locale';
import { attachToClaimAction, removeFromClaimAction } from '../actions';
import { claimMessages } from '../messages';
import type { ClaimDetail } from '../queries';

type Props = { claim: ClaimDetail; locale: Locale; open: boolean };

function Files(props: Props & { files: readonly DocumentSummary[] }) {
  const { claim, locale, open, files } = props;
  const t = claimMessages(locale);
  return (
    <ul className="divide-line border-line divide-y border-y">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
          <DocumentLink document={file} />
          {open && (
            <ActionForm action={removeFromClaimAction} locale={locale} scope={file.id}>
              <HiddenField name="claimId" value={claim.id} />
              <HiddenField name="documentId" value={file.id} />
              <SubmitButton variant="quiet" size="sm">
                {t.remove}
                <span className="sr-only"> {words(file.fileName)}</span>
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function Slot(props: Props & { code: EvidenceCode }) {
  const { claim, locale, open, code } = props;
  const t = claimMessages(locale);
  const name = valueNames(locale)[`paper_${code}`];
  const files = claim.documents.filter(({ requirement }) => requirement === code);
  return (
    <Card className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-lg">{name}</h3>
        <StatusTag tone={files.length > 0 ? 'success' : 'neutral'}>
          {files.length > 0 ? t.uploaded : t.noFile}
        </StatusTag>
      </div>
      {files.length > 0 && <Files {...props} files={files} />}
      {open && (
        <ActionForm action={attachToClaimAction} locale={locale} scope={code} className="space-y-3">
          <HiddenField name="claimId" value={claim.id} />
          <HiddenField name="requirement" value={code} />
          <FileField
            name="file"
            label={
              <>
                {t.file}
                <span className="sr-only"> {name}</span>
              </>
            }
          />
          <SubmitButton variant="secondary" size="sm">
            {t.upload}
            <span className="sr-only"> {name}</span>
          </SubmitButton>
        </ActionForm>
      )}
    </Card>
  );
}

/** Shows the documents that the rules require with a claim; while it is open, files are added and removed one at a time. */
export function Evidence(props: Props) {
  const { claim, locale, open } = props;
  const t = claimMessages(locale);
  return (
    <Section id="evidence" title={t.evidence} lead={open && t.evidenceLead}>
      <div className="space-y-4">
        {claim.evidence.map((code) => (
          <Slot key={code} {...props} code={code} />
        ))}
      </div>
    </Section>
  );
}
