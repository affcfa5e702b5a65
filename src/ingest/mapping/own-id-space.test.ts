import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { proposalsOf } from '../../../tests/proposals-of';

const spaceOf = async (csv: string) => (await proposalsOf('x.csv', csv)).tables[0]?.mapping.idSpace;
const file = (name: string, text: string) => new File([text], name);

const SHOP_A =
  'Order ID,Customer ID,Order date,Total\n1,7,2025-01-01,10.00\n2,8,2025-01-02,20.00\n3,7,2025-01-03,5.00\n';
const SHOP_B =
  'Invoice no,Customer ID,Invoice date,Amount\n1,7,2025-02-01,11.00\n2,9,2025-02-02,21.00\n3,7,2025-02-03,6.00\n';

describe('numbers in files of nobody’s', () => {
  it('are of a numbering of their own: customer 7 of two files is two people', async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(engine, file('a.csv', SHOP_A), file('b.csv', SHOP_B));
    expect([report.state.people, report.state.orders]).toEqual([4, 6]);
  });

  it('are of one numbering in next month’s file, whatever it is called', async () => {
    expect(await spaceOf(SHOP_A)).toBe(await spaceOf(`${SHOP_A}4,9,2025-02-01,9.00\n`));
    expect(await spaceOf(SHOP_A)).not.toBe(await spaceOf(SHOP_B));
  });

  it('need no numbering where they are codes that nobody makes up twice', async () => {
    expect(
      await spaceOf(
        'mql_id,first_contact_date,origin\ndac32acd4db4c29c230538b72f8dd87d,2018-02-01,social\n8c18d1de7f67e60dbd64e3c07d7e9d5d,2017-10-20,paid\n',
      ),
    ).toBe('');
    expect(await spaceOf('Email,Name\na@example.com,Ala\nb@example.com,Bo\n')).toBe('');
  });
});
