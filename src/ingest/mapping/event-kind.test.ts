import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../../core/fields';
import { eventKindOf } from './event-kind';

describe('eventKindOf', () => {
  it.each([
    ['email_open', 'mail-open'],
    ['Email Opened', 'mail-open'],
    ['Otwarcie maila', 'mail-open'],
    ['page_view', 'page-view'],
    ['Dodanie do koszyka', 'cart'],
    ['session_start', 'visit'],
    ['Reklamacja', 'support'],
  ])('knows %s', (text, kind) => expect(eventKindOf(text)).toBe(kind));

  it('knows every kind by its own name', () => {
    expect(EVENT_KINDS.map(eventKindOf)).toEqual([...EVENT_KINDS]);
  });

  it('leaves what it does not know alone', () => {
    expect(eventKindOf('purchase')).toBeNull();
    expect(eventKindOf('click')).toBeNull();
    expect(eventKindOf('constructor')).toBeNull();
  });
});
