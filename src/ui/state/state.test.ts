import { describe, expect, it } from 'vitest';
import { localeOfBrowser } from '../../i18n/locale-of-browser';
import { parseTyped } from '../parts/number-input';
import { parseRoute, routeHash } from './route';

describe('the language at first', () => {
  it('is the first of the browser’s that we speak', () => {
    expect(localeOfBrowser(['de-DE', 'pl-PL', 'en-GB'])).toBe('pl');
    expect(localeOfBrowser(['en-US', 'pl'])).toBe('en');
  });

  it('is English where we speak none of them', () => {
    expect(localeOfBrowser(['de', 'fr'])).toBe('en');
    expect(localeOfBrowser([])).toBe('en');
  });
});

describe('the address', () => {
  it('carries an id with any letters in it and gives it back', () => {
    const id = 'report:c3:channel:Organic / płatne %';
    expect(parseRoute(routeHash('segments', id))).toEqual({ screen: 'segments', rest: id });
  });

  it('leads to Data where it says nothing we know', () => {
    expect(parseRoute('')).toEqual({ screen: 'data', rest: '' });
    expect(parseRoute('#/nowhere')).toEqual({ screen: 'data', rest: '' });
    expect(parseRoute('#/segments/%E0%A4%A')).toEqual({ screen: 'segments', rest: '' });
  });
});

describe('a number as it is typed', () => {
  it('may have either decimal mark and blanks between thousands', () => {
    expect(parseTyped('1 234,5')).toBe(1234.5);
    expect(parseTyped('1234.5')).toBe(1234.5);
    expect(parseTyped('−3')).toBe(-3);
    expect(parseTyped('12.')).toBe(12);
  });

  it('is null, never 0, where it is no number', () => {
    for (const raw of ['', '-', 'ten', '1,2,3', '1e9']) expect(parseTyped(raw)).toBeNull();
  });
});
