import { it } from 'vitest';
import { expectDemonstrationOn } from '@/db/testing/story';

it('the demonstration can be loaded on 2027-03-29', () => expectDemonstrationOn('2027-03-29'));
