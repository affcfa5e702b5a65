import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, targetsOf } from '../../../tests/proposals-of';
import { readConsent } from './read-consent';

describe('what a consent says', () => {
  it.each([
    ['SUBSCRIBED', 'yes'],
    ['Double opt-in', 'yes'],
    ['wyrażono zgodę', 'yes'],
    ['UNSUBSCRIBED', 'no'],
    ['brak zgody', 'no'],
    ['NEVER_SUBSCRIBED', 'unknown'],
    ['Pending', 'unknown'],
    ['Warszawa', null],
  ])('%s: %s', (text, said) => {
    expect(readConsent(text)).toBe(said);
  });

  it('takes opting out for a no, and not having opted out for nothing', async () => {
    const file = await proposalsOf(
      'contacts.csv',
      'Record Id,Contact Owner,First Name,Last Name,Email,Email Opt Out,Created Time,Modified Time,Last Activity Time\nzcrm_554000000123001,Ola,Ala,A,a@example.com,true,2026-01-01 10:00,2026-01-01 10:00,2026-01-01 10:00\nzcrm_554000000123002,Ola,Bo,B,b@example.com,false,2026-01-02 10:00,2026-01-01 10:00,2026-01-01 10:00\n',
    );
    expect(targetsOf(file.tables[0]!.mapping)['Email Opt Out']).toBe('emailConsent');
    const { kept } = await loaded(file);
    const consent = kept.columns.find((c) => c.mapping.header === 'Email Opt Out')?.column;
    expect(consent?.type === 'flag' && [...consent.values]).toEqual([0, 2]);
  });
});
