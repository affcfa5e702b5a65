import { describe, expect, it } from 'vitest';
import { loaded, proposalsOfFixture } from '../../../tests/proposals-of';
import { recognised } from '../../../tests/tool-deals';
import { sumOf, textsOf } from '../../../tests/tool-exports';

describe('Klaviyo', () => {
  it('keeps profiles as people', async () => {
    const file = await proposalsOfFixture('klaviyo/profiles.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'klaviyo-profiles' });
    expect(found.targets).toMatchObject({
      Email: 'email',
      'Klaviyo ID': 'personId',
      'Phone Number': 'phone',
      City: 'personCity',
      'State / Region': 'personRegion',
      Country: 'personCountry',
      'Zip Code': 'left-out',
      Source: 'acquisitionSource',
      'Profile Created On': 'createdAt',
      'Date Added': 'custom',
      'Historic Customer Lifetime Value': 'statedSpent',
      'Historic Number Of Orders': 'statedOrders',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([2, 0]);
    expect(found.targets).toMatchObject({
      'Email Marketing Consent': 'emailConsent',
      'SMS Marketing Consent': 'smsConsent',
    });
    // "Never subscribed" is neither yes nor no; Klaviyo's own words stand beside.
    const flags = ['emailConsent', 'smsConsent'].map((field) => {
      const column = kept.columns.find(
        (c) => c.mapping.target.kind === 'field' && c.mapping.target.field === field,
      )?.column;
      return column?.type === 'flag' ? [...column.values] : null;
    });
    expect(flags).toEqual([
      [1, 0],
      [2, 2],
    ]);
    expect(textsOf(kept, 'emailConsentWords')).toEqual(['SUBSCRIBED', 'UNSUBSCRIBED']);
    expect(textsOf(kept, 'smsConsentWords')).toEqual(['NEVER_SUBSCRIBED', 'NEVER_SUBSCRIBED']);
    expect(textsOf(kept, 'emailConsentSource')).toEqual(['klaviyo', 'klaviyo']);
    expect(kept.passport.problems).toEqual([]);
  });

  it('keeps campaigns as a report', async () => {
    const file = await proposalsOfFixture('klaviyo/campaigns.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'klaviyo-campaigns' });
    expect(found.targets).toMatchObject({
      'Campaign Name': 'campaign',
      'Total Recipients': 'sent (count)',
      'Unique Placed Order': 'transactions (count)',
      Revenue: 'totalRevenue (money)',
      'Unique Opens': 'opens (count)',
      'Bounce Rate': 'deliveryBounceRate (rate)',
      'Campaign Channel': 'channel',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([2, 0]);
    expect(sumOf(kept, 'totalRevenue')).toBeCloseTo(1930.5, 6);
    expect(sumOf(kept, 'opens')).toBe(992);
  });
});
