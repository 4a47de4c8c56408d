import { DateField } from '@/components/ui/fields';
import { fieldMessages } from '../../field-messages';
import { PeriodField } from '../period-field';
import type { KindUi } from './kind-ui';

export const date: KindUi<'date'> = {
  control: ({ field: { earliest, latest } }, common) => (
    <DateField {...common} {...(earliest && { min: earliest })} {...(latest && { max: latest })} />
  ),
};
export const period: KindUi<'period'> = {
  control({ field: { earliest, latest }, locale }, common) {
    const { periodFrom, periodTo } = fieldMessages(locale);
    const ends = { from: periodFrom, to: periodTo, earliest, latest };
    return <PeriodField {...common} {...ends} />;
  },
};
