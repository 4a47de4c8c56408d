import { EmailField, TextArea, TextField } from '@/components/ui/fields';
import type { KindUi } from './kind-ui';

export const text: KindUi<'text'> = {
  control: (_, common) => <TextField {...common} />,
};
export const longText: KindUi<'longText'> = {
  control: ({ field: { maxLength } }, common) => (
    <TextArea {...common} {...(maxLength !== undefined && { maxLength })} rows={7} />
  ),
};
export const email: KindUi<'email'> = {
  control: (_, common) => <EmailField {...common} width="medium" />,
};
/** A code or a phone number, which is not a quantity. */
export const identifier: KindUi<'phone' | 'creditCode'> = {
  control: (_, common) => <TextField {...common} width="medium" />,
};
