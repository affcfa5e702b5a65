import { importFiles, type MemoryEngine, memoryEngine } from './memory-engine';

/** Two customers in five came by google / cpc; who they are is in the file and nowhere else. */
export const PEOPLE = Array.from({ length: 400 }, (_, i) => {
  const [source, medium] =
    i % 5 < 2
      ? ['google', 'cpc']
      : i % 5 === 2
        ? ['Newsletter', 'email']
        : i % 5 === 3
          ? ['(direct)', '(none)']
          : ['', ''];
  return {
    id: `c${i}`,
    email: `c${i}@example.com`,
    source,
    medium,
    orders: source === 'google' ? 1 + (i % 4) : 1 + (i % 7),
  };
});
const peopleFile = () =>
  new File(
    [
      [
        'Customer ID,E-mail,Acquisition source,Acquisition medium',
        ...PEOPLE.map((p) => [p.id, p.email, p.source, p.medium].join(',')),
      ].join('\n'),
    ],
    'customers.csv',
  );
const ordersFile = () =>
  new File(
    [
      [
        'Order ID,E-mail,Order date,Total,Currency',
        ...PEOPLE.flatMap((p, i) =>
          Array.from({ length: p.orders }, (_, k) =>
            [
              `${p.id}-${k}`,
              p.email,
              `2025-${String(1 + ((i * 3 + k * 5) % 10)).padStart(2, '0')}-${String(1 + ((i * 7 + k) % 28)).padStart(2, '0')}`,
              `${20 + (i % 9) * 10}.00`,
              'PLN',
            ].join(','),
          ),
        ),
      ].join('\n'),
    ],
    'orders.csv',
  );

/** An engine that holds them and their orders. */
export async function besideShop(): Promise<MemoryEngine> {
  const memory = memoryEngine();
  await importFiles(memory.engine, peopleFile(), ordersFile());
  return memory;
}
