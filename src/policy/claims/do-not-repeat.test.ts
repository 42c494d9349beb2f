import { describe, expect, it } from 'vitest';
import { findRepeats } from './do-not-repeat.js';

/** Each item of the list: spellings that are found, and sentences that may stand. */
const ITEMS: Readonly<Record<string, { readonly found: readonly string[]; readonly fine: readonly string[] }>> = {
  'who met about Canada': {
    found: ['Mr Trudeau discussed the Golden Dome in private.', 'Justin Trudeau met officials. They spoke of the Golden\nDome.', 'the Golden Dome talks with Trudeau'],
    fine: ['The documented talks on the Golden Dome are with Mark Carney, not with Justin Trudeau.', 'Justin Trudeau left office in March 2025.', 'Mr Trudeau spoke.\n\nThe Golden Dome is another matter.'],
  },
  'where the scope is known from': {
    found: ['A classified document gives the scope.', 'According to classified\n  documents the scope is wide.', 'Secret papers describe it.'],
    fine: ['Cupola uses no classified documents.', 'The scope stands in the public order, 90 FR 8767.'],
  },
  'what the order speeds up': {
    found: ['The order speeds up hypersonic weapon development.', 'It asks for the development of hypersonic weapons.', 'The order is to accelerate hypersonic weapons.', 'an order to develop new hypersonic missiles', 'The executive order answers Russia with hypersonic weapons development.'],
    fine: ['Section 3(a)(ii) asks for a Hypersonic and Ballistic Tracking Space Sensor layer.', 'DIA said that China goes on to develop hypersonic weapons.'],
  },
  'when the plan was due': {
    found: ['The plan is due by the end of the 2026 fiscal year.', 'due by the end of\nfiscal year 2026', 'by end-FY2026', 'at the end of FY 26', 'by the end of fiscal 2026'],
    fine: ['The plan was due within 60 days, not by the end of fiscal year 2026.', 'Fiscal year 2026 ended on 30 September 2026.'],
  },
  'a right': {
    found: ['Every state has the right - and indeed, the responsibility - to do so.', 'the right — and, indeed, the responsibility', 'Peskov spoke of a right and a responsibility.'],
    fine: ['Peskov said it was a "sovereign matter".', 'Rights and responsibilities of members of NORAD.'],
  },
  'a sharper word': {
    found: ['The Kremlin called it a dangerous provocation.', 'a “dangerous\nprovocation”', 'dangerous provocations'],
    fine: ['The joint statement of 8 May 2025 called it "deeply destabilizing".'],
  },
  'agreement of all': {
    found: ['There is a global consensus.', 'a worldwide consensus on it'],
    fine: ['There is no global consensus.', 'Russia and China said the opposite on 8 May 2025.'],
  },
  'all of them': {
    found: ['The shield is 100 % effective.', 'It intercepts 100% of missiles.', 'It will stop one hundred per cent of them.', 'a 100-percent shield', 'It stops 100 % of missiles, not just some.', 'It destroys 100\u202f% of them.'],
    fine: ['The President said "very close to 100 percent" of missiles would be stopped by the shield.', 'A result is never printed as 0 % or 100 % stopped.', 'Intercepted 95 %, from 75 to 100 % (95 % interval of the mean).', '.globe { width: 100%; height: 100% }'],
  },
  'what Canada pays': {
    found: ['Canada pays $61B.', 'The price is $71 billion.', 'To join costs US$ 61bn.', 'Joining costs 61 billion dollars.', 'Canada: USD 71 billion', 'Canada joins for 71B USD'],
    fine: ['President Trump named $61 billion for Canada on 27 May 2025.', 'The layer costs $61 billion over 20 years.', 'He said that Canada would pay 71 billion dollars.'],
  },
  'the cost of a notional system': {
    found: ['Golden Dome costs $1.2 trillion.', 'It costs $1.2T.', 'a 1.2 trillion dollar shield', 'a $1.2-trillion shield', 'USD 1.2tn', 'CBO: Golden Dome costs $1.2 trillion.', 'Golden Dome costs 1,191 billion dollars.'],
    fine: ['CBO puts its notional system at $1.2 trillion over 20 years.', 'CBO 2026: $1.2 trillion.', 'The shield of this scenario costs $1,200 billion.'],
  },
  'what is to exist in 2028': {
    found: ['The shield is fully operational in 2028.', "fully deployed by '28", 'full operational capability in 2028', 'There is no doubt that it is fully operational in 2028.'],
    fine: ['A demonstration is planned for 2028. The system is fully operational later.', 'Gen. Guetlein said there would be "some operational capability" in 2028.', 'It will not be fully operational in 2028.'],
  },
  'judging an estimate or a claim': {
    found: ['CBO overestimates the price of launch.', "AEI's number is too low.", 'The claim is false.', 'Claims turn out to be true.'],
    fine: ['AEI is reproduced from its inputs; CBO takes a lower launch price.', 'No claim is called true or false.'],
  },
};

describe('what is not repeated', () => {
  for (const [item, { found, fine }] of Object.entries(ITEMS)) {
    it.each([...found])(`${item}: finds %j`, (text) => { expect(findRepeats(text)).toHaveLength(1); });
    it.each([...fine])(`${item}: lets stand %j`, (text) => { expect(findRepeats(text)).toEqual([]); });
  }

  it('sees through markup, entities, escapes and hidden signs', () => {
    for (const text of ['a <b>dangerous</b> <i>provocation</i>', 'dangerous&nbsp;provocation', 'a **dangerous** provocation', 'danger\u00adous provo\u200bcation', '<text>dangerous provocation</text>', '{ "note": "a dangerous provocation" }']) expect(findRepeats(text)).toHaveLength(1);
    expect(findRepeats('dangerous</td><td>provocation')).toEqual([]);
    expect(findRepeats('dangerous\tprovocation')).toEqual([]);
  });

  it('reads nothing inside a frame, and all outside it', () => {
    const claim = 'The Kremlin calls it ‘a dangerous provocation’. There is a global consensus';
    expect(findRepeats(`In circulation: “${claim}”`)).toEqual([]);
    expect(findRepeats(`In circulation: "${claim.replace(/ /g, '\n    ')}"`)).toEqual([]);
    expect(findRepeats(JSON.stringify({ inCirculation: claim }, null, 2))).toEqual([]);
    expect(findRepeats(`In circulation: “${claim}”. There is a global consensus.`)).toMatchObject([{ phrase: 'global consensus' }]);
    expect(findRepeats(`“${claim}”`)).toHaveLength(2);
    expect(findRepeats(JSON.stringify({ says: claim }))).toHaveLength(2);
    expect(findRepeats(`In circulation ${claim}`)).toHaveLength(2);
  });

  it('names the line and what to write instead', () => {
    expect(findRepeats('One.\n\nTwo. There is a\nglobal consensus.')).toEqual([{ phrase: 'global consensus', line: 3, instead: expect.stringContaining('name who said what') as string }]);
    expect(findRepeats('- one\n- a global consensus\n- three')).toMatchObject([{ line: 2 }]);
  });
});
