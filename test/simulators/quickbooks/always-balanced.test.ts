import fc from '../../repeatable';
import { bookkeepingEvents } from './bookkeeping-events';
import { auditBooks } from './books-audit';
import { ByHand } from './by-hand';
import type { Company } from './company';
import { QuickBooksFault } from './faults';
import { newCompany, type CompanyOptions } from './new-company';
import { line } from './simulated-client';

/** Companies of different countries; in each the codes lines may carry and the currencies customers may have. */
const companies: ReadonlyArray<{
	readonly what: string;
	readonly options: CompanyOptions;
	readonly codes: readonly string[];
	readonly currencies: readonly string[];
}> = [
	{
		what: 'the United States',
		options: {},
		codes: ['TAX', 'NON'],
		currencies: ['USD'],
	},
	{
		what: 'the United States with credits applied automatically',
		options: { company: { autoApplyCredit: true } },
		codes: ['TAX', 'NON'],
		currencies: ['USD'],
	},
	{
		what: 'Canada, taxed line by line at two rates',
		options: { company: { country: 'CA', homeCurrency: 'CAD' } },
		codes: ['4', '5', '6', '8', '10'],
		currencies: ['CAD'],
	},
	{
		what: 'Great Britain in several currencies',
		options: {
			company: {
				country: 'GB',
				homeCurrency: 'GBP',
				multiCurrency: true,
				exchangeRates: { EUR: '0.8615', USD: '0.7377' },
			},
		},
		codes: ['4', '5', '6'],
		currencies: ['GBP', 'EUR', 'USD'],
	},
];

describe('books that are always balanced', () => {
	const state = (company: Company): string => JSON.stringify([company.documents(), company.trialBalance()]);

	test.each(companies)(
		'whatever is entered, changed, voided and deleted in $what',
		({ options, codes, currencies }) => {
			let written = 0;
			let refused = 0;
			fc.assert(
				fc.property(bookkeepingEvents(codes), (sequence) => {
					const company = newCompany(options);
					const byHand = new ByHand(company);
					for (const [at, code] of currencies.entries())
						byHand.create('Customer', { DisplayName: `Customer ${at}`, CurrencyRef: { value: code } });
					for (const event of sequence) {
						const before = state(company);
						try {
							event(company, byHand);
							written += 1;
						} catch (error) {
							if (!(error instanceof QuickBooksFault)) throw error;
							refused += 1;
							expect(state(company)).toBe(before);
						}
						expect(auditBooks(company)).toEqual([]);
					}
				}),
				{ numRuns: 60 },
			);
			expect(written).toBeGreaterThan(Math.max(refused, 300));
		},
	);

	test('an auditor notices what does not fit', () => {
		const company = newCompany({});
		const byHand = new ByHand(company);
		const invoice = byHand.create('Invoice', { CustomerRef: { value: '2' }, Line: [line('7', 1, 24)] });
		expect(auditBooks(company)).toEqual([]);
		company.replace('Invoice', invoice, { ...invoice, Balance: 20 });
		expect(auditBooks(company)).toEqual([
			"Customer Amelia's Garden Studio owes 24.00 in the ledger and 20.00 by the documents",
			`Invoice ${invoice.Id} has open 20.00 in the ledger and 24.00 by the documents`,
		]);
		company.replace('Invoice', invoice, { ...invoice, TotalAmt: 30 });
		expect(auditBooks(company)).toContain('Accounts Receivable is 24.00 in the ledger and 30.00 by the documents');
	});
});
