import { describe, expect, it } from 'vitest';
import { personalKind } from './personal-kind';

describe('personal data in a column', () => {
  it('is known by its header, English or Polish', () => {
    expect(personalKind('E-mail', [])).toBe('email');
    expect(personalKind('Numer telefonu', [])).toBe('phone');
    expect(personalKind('Imię i nazwisko', [])).toBe('name');
    expect(personalKind('CustomerID', [])).toBe('id');
    expect(personalKind('Data urodzenia', [])).toBe('birth');
    expect(personalKind('Shipping Street', [])).toBe('address');
  });

  it('is known by its values where the header says nothing', () => {
    expect(personalKind('Kontakt 2', ['anna@example.com', '', 'jan@example.org'])).toBe('email');
    expect(personalKind('C', ['+48 601 234 567', '601 234 567'])).toBe('phone');
  });

  it('is not seen in measures and dimensions', () => {
    for (const header of [
      'Sessions',
      'Session source / medium',
      'Campaign name',
      'Product name',
      'Event name',
    ])
      expect(personalKind(header, ['1,204', '88', '12'])).toBeNull();
    expect(personalKind('Total revenue', ['12 040,50 zł', '601 234 567,00 zł'])).toBeNull();
    expect(personalKind('Date', ['2026-10-01', '2026-10-02'])).toBeNull();
  });
});
