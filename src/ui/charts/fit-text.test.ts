import { expect, it } from 'vitest';
import { fitText } from './fit-text';

const measure = (text: string) => Array.from(text).length * 10;

it('leaves a text that fits alone', () => {
  expect(fitText('Champions', 90, '', measure)).toBe('Champions');
});

it('cuts by whole characters and ends in an ellipsis', () => {
  expect(fitText('Champions', 60, '', measure)).toBe('Champ…');
  expect(fitText('🙂🙂🙂🙂', 30, '', measure)).toBe('🙂🙂…');
  expect(fitText('One time', 50, '', measure)).toBe('One…');
});
