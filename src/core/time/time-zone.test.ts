import { describe, expect, it } from 'vitest';
import { isTimeZone, timeZone } from './time-zone';

const warsaw = timeZone('Europe/Warsaw');
const newYork = timeZone('America/New_York');
const at = (iso: string) => Date.parse(`${iso}Z`);
const shown = (ms: number) => new Date(ms).toISOString().slice(0, 19);

describe('a clock in Warsaw', () => {
  it.each([
    ['2024-01-15T12:00:00', '2024-01-15T13:00:00'],
    ['2024-07-15T12:00:00', '2024-07-15T14:00:00'],
    ['2024-03-31T00:59:59', '2024-03-31T01:59:59'],
    ['2024-03-31T01:00:00', '2024-03-31T03:00:00'],
    ['2024-10-27T00:59:59', '2024-10-27T02:59:59'],
    ['2024-10-27T01:00:00', '2024-10-27T02:00:00'],
    ['2024-12-31T23:30:00', '2025-01-01T00:30:00'],
  ])('shows at %s UTC %s', (utc, wall) => {
    expect(shown(warsaw.wallOf(at(utc)))).toBe(wall);
  });

  it('that is put forward never shows half past two: it is taken as half past three', () => {
    expect(shown(warsaw.instantOf(at('2024-03-31T02:30:00')))).toBe('2024-03-31T01:30:00');
    expect(shown(warsaw.wallOf(at('2024-03-31T01:30:00')))).toBe('2024-03-31T03:30:00');
  });

  it('that is put back shows half past two twice: it is taken as the first', () => {
    expect(shown(warsaw.instantOf(at('2024-10-27T02:30:00')))).toBe('2024-10-27T00:30:00');
    expect(shown(warsaw.instantOf(at('2024-10-27T03:00:00')))).toBe('2024-10-27T02:00:00');
  });
});

describe('a clock in New York', () => {
  it.each([
    ['2024-03-10T06:59:59', '2024-03-10T01:59:59'],
    ['2024-03-10T07:00:00', '2024-03-10T03:00:00'],
    ['2024-11-03T05:59:59', '2024-11-03T01:59:59'],
    ['2024-11-03T06:00:00', '2024-11-03T01:00:00'],
  ])('shows at %s UTC %s', (utc, wall) => {
    expect(shown(newYork.wallOf(at(utc)))).toBe(wall);
  });

  it('skips an hour in March and has one twice in November', () => {
    expect(shown(newYork.instantOf(at('2024-03-10T02:30:00')))).toBe('2024-03-10T07:30:00');
    expect(shown(newYork.instantOf(at('2024-11-03T01:30:00')))).toBe('2024-11-03T05:30:00');
    expect(shown(newYork.instantOf(at('2024-11-03T02:00:00')))).toBe('2024-11-03T07:00:00');
  });
});

describe('any clock', () => {
  it('agrees with the browser’s own, minute by minute over days on which it changes', () => {
    for (const [name, days] of [
      ['Europe/Warsaw', ['2024-03-31', '2024-10-27']],
      ['America/New_York', ['2024-03-10', '2024-11-03']],
      ['Australia/Lord_Howe', ['2024-04-06', '2024-10-05']],
      ['Asia/Kathmandu', ['2024-05-01', '1985-12-31']],
      ['Pacific/Apia', ['2011-12-30']],
    ] as const) {
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: name,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      for (const day of days) {
        for (let minute = -120; minute < 1560; minute += 7) {
          const instant = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
          const wall = timeZone(name).wallOf(instant);
          expect(`${shown(wall)}`.replace('T', ' '), `${name} ${shown(instant)}`).toBe(
            format.format(instant),
          );
        }
      }
    }
  });

  it('gives an instant that shows the same again, save in the hour that is skipped', () => {
    for (const zone of [warsaw, newYork, timeZone('Asia/Kolkata'), timeZone('UTC')]) {
      for (let wall = at('2024-01-01T00:15:00'); wall < at('2025-01-01T00:00:00'); wall += 3_600_000) {
        const again = zone.wallOf(zone.instantOf(wall));
        const skipped = shown(wall) === '2024-03-31T02:15:00' || shown(wall) === '2024-03-10T02:15:00';
        if (!skipped || zone === timeZone('UTC')) expect(again).toBe(wall);
        else expect([wall, wall + 3_600_000]).toContain(again);
      }
    }
  });

  it('is known by its name', () => {
    expect(isTimeZone('Europe/Warsaw')).toBe(true);
    expect(isTimeZone('Europe/Warszawa')).toBe(false);
    expect(() => timeZone('Nowhere')).toThrow(RangeError);
  });
});
