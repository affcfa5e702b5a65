import { csvFile } from './csv-file';

/** Four orders, one of nobody; the last of c1 changes in February's export. */
export const january = csvFile(
  'january.csv',
  'Order ID,Customer ID,E-mail,Order date,Total,Currency,Country',
  '1001,c1,a@example.com,2025-01-03,100.00,PLN,Poland',
  '1002,c2,b@example.com,2025-01-04,50.50,PLN,Germany',
  '1003,c1,a@example.com,2025-01-20,20.00,PLN,Poland',
  '1004,,,2025-01-21,9.99,PLN,Poland',
);
export const february = csvFile(
  'february.csv',
  'Order ID,Customer ID,E-mail,Order date,Total,Currency,Country',
  '1003,c1,a@example.com,2025-01-20,25.00,PLN,Poland',
  '1005,c3,c@example.com,2025-02-02,10.00,PLN,Poland',
);
