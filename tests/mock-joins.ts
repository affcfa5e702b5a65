import type { PersonKeyRef } from '../src/core/join-decision';
import type {
  CallOptions,
  CandidateView,
  EngineClient,
  JoinCaseView,
  JoinDecisionView,
  JoinedPersonView,
  JoinMethods,
  MatchAccount,
  WorkspaceState,
} from '../src/protocol/engine-api';

const email = (value: string): PersonKeyRef => ({ key: 'email', space: '', value });
const crm = (value: string): PersonKeyRef => ({ key: 'crmId', space: 'hubspot', value });
const shop = (value: string): PersonKeyRef => ({ key: 'personId', space: 'shopify', value });
const AT = Date.parse('2026-09-12T00:00:00Z');

const REPORT: MatchAccount = {
  dataVersion: 1,
  people: 5021,
  matched: 1804,
  on: [
    { key: 'email', people: 1750, only: 1618 },
    { key: 'phone', people: 186, only: 54 },
  ],
  open: { 'two-ids': 21, 'shared-phone': 9, chain: 3, order: 0 },
  sources: [
    {
      tool: 'hubspot',
      table: 'people',
      captures: ['contacts.csv'],
      rows: 3120,
      rowsOfNobody: 0,
      people: 3120,
      matched: 1702,
    },
    {
      tool: 'shopify',
      table: 'orders',
      captures: ['orders 09.csv', 'orders 10.csv'],
      rows: 9876,
      rowsOfNobody: 214,
      people: 3500,
      matched: 1804,
    },
    {
      tool: 'mailchimp',
      table: 'people',
      captures: ['audience.csv'],
      rows: 840,
      rowsOfNobody: 0,
      people: 840,
      matched: 640,
    },
  ],
  pairs: [
    {
      a: 0,
      b: 1,
      people: 1702,
      on: [
        { key: 'email', people: 1650 },
        { key: 'phone', people: 52 },
      ],
      through: 0,
    },
    { a: 1, b: 2, people: 640, on: [{ key: 'email', people: 640 }], through: 0 },
    { a: 0, b: 2, people: 538, on: [{ key: 'email', people: 530 }], through: 8 },
  ],
  decisions: 1,
};

const candidate = (
  ref: PersonKeyRef,
  name: string,
  mail: string,
  more: Partial<CandidateView> = {},
): CandidateView => ({
  ref,
  name,
  keyOnly: false,
  keys: [ref, email(mail)],
  rows: [
    {
      capture: 'contacts.csv',
      table: 'people',
      row: 41,
      says: [
        { field: ref.key, text: ref.value },
        { field: 'email', text: mail },
        { field: 'name', text: name },
      ],
      at: AT,
    },
  ],
  rowsTotal: 1,
  ...more,
});

const CASES: readonly JoinCaseView[] = Array.from(
  { length: 33 },
  (_, i): JoinCaseView => ({
    id: `case-${i}`,
    reason: i % 11 === 10 ? 'chain' : i % 4 === 3 ? 'shared-phone' : 'two-ids',
    keys: [
      i % 4 === 3 ? { key: 'phone', space: '', value: `+4860010020${i}` } : email(`biuro${i}@example.com`),
    ],
    people: [
      candidate(crm(`${703 + i}`), 'Anna Kowalska-Wiśniewska', `biuro${i}@example.com`),
      candidate(crm(`${9704 + i}`), 'Piotr Lis', `biuro${i}@example.com`),
      candidate(email(`biuro${i}@example.com`), 'biuro', `biuro${i}@example.com`, { keyOnly: true }),
    ],
    peopleTotal: 2,
  }),
);

const PERSON: JoinedPersonView = {
  ref: shop('88213'),
  name: 'Ola Nowak',
  on: ['email'],
  sources: [0, 1],
  parts: [
    candidate(shop('88213'), 'Ola Nowak', 'ola@example.com'),
    candidate(crm('701'), 'Aleksandra Nowak', 'ola@example.com'),
  ],
  partsTotal: 2,
  links: [{ key: 'email', value: 'ola@example.com', sources: [0, 1] }],
};

type Answer = <T>(method: keyof EngineClient, call: CallOptions | undefined, value: () => T) => Promise<T>;

/** Who is who, believably: a CRM, a shop and a mailing list of 5,021 people. */
export function mockJoins(answer: Answer, state: () => WorkspaceState): EngineClient<JoinMethods> {
  let open = CASES;
  let decisions: readonly JoinDecisionView[] = [
    { id: 'd1', at: AT, kind: 'people', groups: [[crm('12'), crm('13')]], overruled: false, waiting: false },
  ];
  return {
    matchReport: (_, call) =>
      answer('matchReport', call, () =>
        state().captures.length > 0
          ? { ...REPORT, decisions: decisions.length, open: { ...REPORT.open, 'two-ids': open.length - 12 } }
          : {
              ...REPORT,
              people: 0,
              matched: 0,
              on: [],
              sources: [],
              pairs: [],
              open: { 'two-ids': 0, 'shared-phone': 0, chain: 0, order: 0 },
              decisions: 0,
            },
      ),
    joinCases: ({ state: wanted, offset, limit }, call) =>
      answer('joinCases', call, () =>
        wanted === 'open'
          ? { total: open.length, cases: open.slice(offset, offset + limit) }
          : { total: 0, cases: [] },
      ),
    joinedPeople: ({ offset, limit }, call) =>
      answer('joinedPeople', call, () => ({
        total: 1804,
        people: Array.from({ length: Math.min(limit, 1804 - offset) }, (_, i) => ({
          ...PERSON,
          ref: shop(String(88_213 + offset + i)),
        })),
      })),
    joinedPerson: ({ key }, call) => answer('joinedPerson', call, () => ({ ...PERSON, ref: key })),
    joinDecisions: ({ offset, limit }, call) =>
      answer('joinDecisions', call, () => ({
        total: decisions.length,
        decisions: decisions.slice(offset, offset + limit),
      })),
    settleJoin: ({ settlement }, call) =>
      answer('settleJoin', call, () => {
        open = open.slice(1);
        decisions = [
          { ...settlement, id: `d${decisions.length + 1}`, at: AT, overruled: false, waiting: false },
          ...decisions,
        ];
        return state();
      }),
    takeBackJoin: ({ decisionId }, call) =>
      answer('takeBackJoin', call, () => {
        decisions = decisions.filter(({ id }) => id !== decisionId);
        return state();
      }),
  };
}
