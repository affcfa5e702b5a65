import type { EventKind } from '../../core/fields';
import { DAY_MS } from '../../core/time/calendar';
import type { PersonFacts } from './person-facts';

/** What people did in the period, by the events held. Rows are those of `facts.orders`, which has to hold everybody. */
export interface PersonActivity {
  /** 1 where any such event is held. */
  readonly sent: Float64Array;
  readonly opened: Float64Array;
  readonly clicked: Float64Array;
  readonly usedFeature: Float64Array;
  /** Days with an order or an event of the person's own: any but a mail sent to them. */
  readonly activeDays: Float64Array;
  /** 1 where there is such a day. */
  readonly active: Float64Array;
  /** Events of the period, of anybody. */
  readonly events: number;
}

const SENT: EventKind = 'mail-sent';

export function personActivity(facts: PersonFacts): PersonActivity {
  return facts.get('activity', () => {
    const { events, orders, people: table } = facts.dataset;
    const { people, from: firstOrder, to: lastOrder } = facts.orders;
    const { from, to, undated } = facts.period;
    const codeOf = (kind: EventKind) => events.kind.dictionary.indexOf(kind);
    const [sentCode, openCode, clickCode, featureCode] = [
      codeOf(SENT),
      codeOf('mail-open'),
      codeOf('mail-click'),
      codeOf('feature-use'),
    ];
    const column = () => new Float64Array(people.length);
    const [sent, opened, clicked] = [column(), column(), column()];
    const [usedFeature, activeDays, active] = [column(), column(), column()];
    let counted = 0;
    for (let i = 0; i < people.length; i++) {
      const p = people[i]!;
      if (p >= table.size) continue;
      let o = firstOrder[i]!;
      const orderEnd = lastOrder[i]!;
      let days = 0;
      let last = Number.NEGATIVE_INFINITY;
      /** Days with an order before this one, taken in as they come. */
      const ordersUpTo = (day: number) => {
        for (; o < orderEnd; o++) {
          if (orders.isSale[o] !== 1) continue;
          const ordered = Math.floor(orders.time[o]! / DAY_MS);
          if (!(ordered <= day)) return;
          if (ordered > last) days++;
          last = ordered;
        }
      };
      const end = events.offsets[p + 1]!;
      for (let e = events.offsets[p]!; e < end; e++) {
        const at = events.time[e]!;
        const dated = at >= from && at <= to;
        if (!dated && !(undated && Number.isNaN(at))) continue;
        counted++;
        const kind = events.kind.codes[e]!;
        if (kind === sentCode) {
          sent[i] = 1;
          continue;
        }
        if (kind === openCode) opened[i] = 1;
        else if (kind === clickCode) clicked[i] = 1;
        else if (kind === featureCode) usedFeature[i] = 1;
        active[i] = 1;
        if (!dated) continue;
        const day = Math.floor(at / DAY_MS);
        ordersUpTo(day);
        if (day > last) days++;
        last = day;
      }
      ordersUpTo(Number.POSITIVE_INFINITY);
      activeDays[i] = days;
      if (days > 0) active[i] = 1;
    }
    return { sent, opened, clicked, usedFeature, activeDays, active, events: counted };
  });
}
