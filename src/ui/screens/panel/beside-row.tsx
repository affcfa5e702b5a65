import type { ComponentChildren } from 'preact';
import { VERDICT_MARK } from '../../../compare/cells/verdict-mark';
import type { Verdict } from '../../../compare/comparison';
import { EffectInterval } from '../../charts/effect-interval';
import { classNames } from '../../parts/class-names';
import { SegmentMark } from '../../parts/segment-mark';
import { words as compareWords } from '../compare/words';

/** One thing held against all others, in two lines that fit a narrow panel. */
export function BesideRow(props: {
  readonly name: string;
  readonly colour?: number;
  readonly value: ComponentChildren;
  readonly verdict: Verdict;
  /** What the value rests on, and what it is held against. */
  readonly rests: readonly string[];
  readonly difference: {
    readonly text: string;
    readonly interval: string | null;
    readonly value: number;
    readonly lo: number;
    readonly hi: number;
    readonly reach: number;
  } | null;
  /** Opens more of it. */
  readonly open?: { readonly is: boolean; readonly toggle: () => void; readonly id: string };
  readonly faint?: boolean;
  readonly children?: ComponentChildren;
}) {
  const { verdict, difference, open } = props;
  const said = compareWords.value.verdict[verdict];
  const name = (
    <>
      {props.colour !== undefined && <SegmentMark colour={props.colour} />}
      <span class="data beside-name-text" dir="auto">
        {props.name}
      </span>
    </>
  );
  return (
    <li class={classNames('beside-row', (verdict === 'not-enough' || props.faint) && 'beside-faint')}>
      <div class="beside-row-head">
        {open ? (
          <button
            type="button"
            class="beside-name beside-name-button"
            aria-expanded={open.is}
            aria-controls={open.id}
            title={props.name}
            onClick={open.toggle}
          >
            {name}
          </button>
        ) : (
          <span class="beside-name" title={props.name}>
            {name}
          </span>
        )}
        <span class="beside-value num">
          {props.value}
          <span class={`compare-mark compare-${verdict}`} aria-hidden="true">
            {VERDICT_MARK[verdict]}
          </span>
          {verdict !== 'not-tested' && <span class="only-read">, {said}</span>}
        </span>
      </div>
      <div class="beside-row-more text-s ink-soft">
        <span class="beside-rests">{props.rests.join(' · ')}</span>
        {difference && (
          <span class="beside-difference num">
            <span title={difference.interval ?? undefined}>
              {difference.text}
              {difference.interval !== null && <span class="beside-interval"> ({difference.interval})</span>}
            </span>
            <EffectInterval
              value={difference.value}
              interval={difference}
              reach={difference.reach}
              label={`${difference.text}${difference.interval === null ? '' : `, ${difference.interval}`}`}
            />
          </span>
        )}
      </div>
      {props.children}
    </li>
  );
}
