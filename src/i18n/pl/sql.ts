import type { sql as en } from '../en/sql';
import { plural } from '../plural';
import type { Shape } from '../shape';

export const sql: Shape<typeof en> = {
  title: 'Jako SQL',
  intro:
    'Te same osoby, znalezione w bazie danych: true to w segmencie, false to poza nim, null to nie wiadomo.',
  dialects: { duckdb: 'DuckDB', bigquery: 'BigQuery' },
  dialectLabel: 'Baza danych',
  duckdbNote: 'Uruchom w folderze z wyeksportowanymi tabelami.',
  bigqueryNote:
    'Zdarzenia pochodzą z eksportu GA4, a osoby, zamówienia i pozycje z wyeksportowanych tabel. Wpisz własny projekt, zbiór danych i strefę czasową.',
  copy: 'Kopiuj SQL',
  copied: 'Skopiowano SQL',
  notCopied: 'Przeglądarka nie pozwoliła skopiować tekstu. Zaznacz go i skopiuj ręcznie.',
  tables: 'Eksportuj tabele (4 pliki)',
  tablesNote: 'Pliki zawierają dane osobowe w jawnej postaci.',
  tablesSaved: (files) =>
    `Zapisano ${files} ${plural('pl', files, { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' })}`,
  unsayable: {
    'phone-list':
      'Ta część wskazuje osoby po numerze telefonu, a porównywania numerów według reguł krajów nie da się zapisać w SQL:',
    prediction:
      'Ta część to prognoza: modele dopasowuje się do wszystkich klientów naraz, czego zapytanie nie zrobi. Można zapisać osoby z segmentu jako listę i pytać o nią:',
    'report-rule': 'Ta część dotyczy wierszy raportu, a nie osób:',
  },
};
