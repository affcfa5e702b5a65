import { expect, it } from 'vitest';
import { headerWords } from './header-words';

it.each([
  ['CustomerID', 'customer id'],
  ['customer_id', 'customer id'],
  ['Customer ID', 'customer id'],
  ['Wartość zamówienia (PLN)', 'wartosc zamowienia pln'],
  ['ŁÓDŹ', 'lodz'],
  ['Währung', 'wahrung'],
  ['Country/Region', 'country region'],
  ['\ufeffInvoiceNo', 'invoice no'],
  ['Order\u00a0Date', 'order date'],
  ['  ', ''],
  ['HTTPStatus', 'http status'],
  ['Order #', 'order #'],
])('%j is %j', (header, words) => expect(headerWords(header)).toBe(words));
