/** A segment as a query for a database. */
export const sql = {
  title: 'As SQL',
  intro: 'The same people, found by a database: true is in, false is out, null is unknown.',
  dialects: { duckdb: 'DuckDB', bigquery: 'BigQuery' },
  dialectLabel: 'Database',
  duckdbNote: 'Run it in the folder of the exported tables.',
  bigqueryNote:
    'Events come from the GA4 export, people, orders and lines from the exported tables. Put your own project, dataset and time zone in.',
  copy: 'Copy SQL',
  copied: 'SQL copied',
  notCopied: 'The browser did not let the text be copied. Select it and copy it by hand.',
  tables: 'Export tables (4 files)',
  tablesNote: 'The files hold personal data in clear.',
  tablesSaved: (files: number) => `${files} files saved`,
  unsayable: {
    'phone-list':
      'This part names people by phone number, which is compared by rules of countries that SQL has no words for:',
    prediction:
      'This part is a forecast: its models are fitted to all customers at once, which no query does. Save the segment’s members as a list and ask for that:',
    'report-rule': 'This part is about report rows, not people:',
  },
};
