import type { Dialect, FileSurvey } from '../../../ingest/survey';
import { Disclosure } from '../../parts/disclosure';
import { SelectField } from '../../parts/select-field';
import { dataText } from './data-text';
import { type DeskSource, readAs } from './import-desk';

const ENCODINGS = ['utf-8', 'windows-1250', 'iso-8859-2', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
const DELIMITERS: readonly Dialect['delimiter'][] = [',', ';', '\t', '|', ':', '~', '^', ' ', 'whitespace'];

/** Says how the file is written, where it was taken for something else: the tables below follow at once. */
export function ReadOtherwise(props: {
  readonly source: DeskSource;
  readonly survey: FileSurvey;
  readonly disabled: boolean;
}) {
  const { source, survey, disabled } = props;
  const t = dataText.value.survey;
  const told = source.told ?? {};
  // What is said stays said beside what is said next.
  const say = (more: { readonly encoding?: string; readonly delimiter?: string }) => {
    const next = Object.entries({ ...told, ...more }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    void readAs(source.key, Object.fromEntries(next) as typeof told);
  };
  const nothing = survey.tables.every((table) => table.rows === 0);
  return (
    <Disclosure open={source.told !== undefined || nothing} summary={t.readOtherwise}>
      <div class="read-otherwise">
        <SelectField
          label={t.encodingLabel}
          disabled={disabled}
          value={told.encoding ?? ''}
          options={[
            {
              value: '',
              label: told.encoding ? t.byItself : t.detected(survey.encoding.name.toUpperCase()),
            },
            ...ENCODINGS.map((name) => ({ value: name as string, label: name.toUpperCase() })),
          ]}
          onChange={(encoding) => say({ encoding })}
        />
        <SelectField
          label={t.delimiterLabel}
          disabled={disabled}
          value={told.delimiter ?? ''}
          options={[
            {
              value: '' as const,
              label: told.delimiter ? t.byItself : t.detected(t.delimiter[survey.dialect.delimiter]),
            },
            ...DELIMITERS.map((mark) => ({ value: mark, label: t.delimiter[mark] })),
          ]}
          onChange={(delimiter) => say({ delimiter })}
        />
      </div>
    </Disclosure>
  );
}
