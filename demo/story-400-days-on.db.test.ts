import { it } from 'vitest';
import { expectDemonstrationOn } from '@/db/testing/story';

it('the demonstration can be loaded on 2028-01-03', () => expectDemonstrationOn('2028-01-03'));
