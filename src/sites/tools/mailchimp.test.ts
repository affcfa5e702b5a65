import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture } from '../../../tests/proposals-of';
import { recognised } from '../../../tests/tool-deals';
import { sumOf, textsOf } from '../../../tests/tool-exports';

describe('Mailchimp', () => {
  it('keeps an audience as people, with tags and rating, and not where they stood', async () => {
    const file = await proposalsOfFixture('mailchimp/subscribed.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'mailchimp-audience' });
    expect(found.targets).toEqual({
      'Email Address': 'email',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'Phone Number': 'phone',
      'Favourite tea': 'custom',
      MEMBER_RATING: 'custom',
      OPTIN_TIME: 'createdAt',
      OPTIN_IP: 'left-out',
      CONFIRM_TIME: 'emailConsentAt',
      CONFIRM_IP: 'left-out',
      LATITUDE: 'left-out',
      LONGITUDE: 'left-out',
      GMTOFF: 'left-out',
      DSTOFF: 'left-out',
      TIMEZONE: 'custom',
      CC: 'personCountry',
      REGION: 'personRegion',
      LAST_CHANGED: 'custom',
      LEID: 'left-out',
      EUID: 'personId',
      NOTES: 'left-out',
      TAGS: 'tags',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([3, 0]);
    expect(textsOf(kept, 'tags')).toEqual(['"VIP","Blog"', '"Blog"', null]);
    expect(sumOf(kept, 'MEMBER_RATING')).toBe(10);
  });

  it('knows those who left by the same columns, and keeps when and why they did', async () => {
    const found = recognised(await proposalsOfFixture('mailchimp/unsubscribed.csv'));
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'mailchimp-audience' });
    expect(found.targets).toMatchObject({
      'Email Address': 'email',
      UNSUB_TIME: 'emailConsentAt',
      UNSUB_CAMPAIGN_TITLE: 'custom',
      UNSUB_REASON: 'custom',
    });
  });

  it('takes consent from what the file is a list of, with when and where from', async () => {
    const consent = async (path: string, name?: string) => {
      const bytes = readFileSync(resolve(import.meta.dirname, '../../../fixtures/exports/mailchimp', path));
      const { kept } = await loaded(await proposalsOf(name ?? path, bytes));
      const flag = kept.columns.find(
        (c) => c.mapping.target.kind === 'field' && c.mapping.target.field === 'emailConsent',
      );
      const said = flag?.column.type === 'flag' ? [...flag.column.values] : null;
      return [said, textsOf(kept, 'emailConsentWords')[0], textsOf(kept, 'emailConsentSource')[0]];
    };
    expect(await consent('subscribed.csv')).toEqual([[1, 1, 1], 'Subscribed', 'mailchimp']);
    expect(await consent('unsubscribed.csv')).toEqual([[0], 'Unsubscribed', 'mailchimp']);
    // Nobody on it has said anything.
    expect(await consent('subscribed.csv', 'nonsubscribed_email_audience_export_1.csv')).toEqual([
      null,
      'Non-subscribed',
      'mailchimp',
    ]);
  });

  it('finds the address under a merge field of any name', async () => {
    const file = await proposalsOf(
      'cleaned.csv',
      'Poczta,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,LEID,EUID\na@example.com,1,2024-01-01 10:00:00,,2024-01-01 10:00:00,2026-01-01 10:00:00,Sale,5,aa1\n',
    );
    expect(recognised(file)).toMatchObject({
      recogniser: 'mailchimp-audience',
      targets: { Poczta: 'email', CLEAN_TIME: 'custom' },
    });
  });

  it('keeps campaigns as a report of what was sent, opened, clicked and sold', async () => {
    const file = await proposalsOfFixture('mailchimp/campaigns.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'mailchimp-campaigns' });
    expect(found.targets).toMatchObject({
      Title: 'campaign',
      Subject: 'subject',
      List: 'audienceName',
      'Total Recipients': 'sent (count)',
      'Successful Deliveries': 'delivered (count)',
      'Unique Opens': 'opens (count)',
      'Open Rate': 'openRate (rate)',
      'Unique Clicks': 'clicks (count)',
      'Click Rate': 'clickThroughRate (rate)',
      'Total Orders': 'transactions (count)',
      'Total Revenue': 'totalRevenue (money)',
      'Times Forwarded': '? (count)',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([2, 0]);
    expect(sumOf(kept, 'sent')).toBe(2419);
    expect(sumOf(kept, 'totalRevenue')).toBeCloseTo(1930.5, 6);
  });
});
