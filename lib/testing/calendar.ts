import { WorkingDays, type Arrangement } from '../working-days';
import { addDays, daysBetween, type IsoDate } from '../dates';

const days = (first: IsoDate, last: IsoDate = first): IsoDate[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));

/** The arrangements that come with the portal, as the State Council announced them; the migration has the same ones. */
export const announced: readonly Arrangement[] = [
  {
    year: 2024,
    daysOff: [
      ...days('2024-01-01'),
      ...days('2024-02-10', '2024-02-17'),
      ...days('2024-04-04', '2024-04-06'),
      ...days('2024-05-01', '2024-05-05'),
      ...days('2024-06-10'),
      ...days('2024-09-15', '2024-09-17'),
      ...days('2024-10-01', '2024-10-07'),
    ],
    worked: [
      ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28'],
      ...['2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
    ],
  },
  {
    year: 2025,
    daysOff: [
      ...days('2025-01-01'),
      ...days('2025-01-28', '2025-02-04'),
      ...days('2025-04-04', '2025-04-06'),
      ...days('2025-05-01', '2025-05-05'),
      ...days('2025-05-31', '2025-06-02'),
      ...days('2025-10-01', '2025-10-08'),
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    daysOff: [
      ...days('2026-01-01', '2026-01-03'),
      ...days('2026-02-15', '2026-02-23'),
      ...days('2026-04-04', '2026-04-06'),
      ...days('2026-05-01', '2026-05-05'),
      ...days('2026-06-19', '2026-06-21'),
      ...days('2026-09-25', '2026-09-27'),
      ...days('2026-10-01', '2026-10-07'),
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

/** The working days of a new portal. */
export const calendar = new WorkingDays(announced);
