import { NumberInput } from '../../../parts/number-input';

/** A number of a rule in the making: NaN while nothing that is a number is typed. */
export function RuleNumber(props: {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
}) {
  return (
    <NumberInput
      label={props.label}
      value={Number.isNaN(props.value) ? null : props.value}
      onValue={(typed) => props.onValue(typed ?? Number.NaN)}
    />
  );
}
