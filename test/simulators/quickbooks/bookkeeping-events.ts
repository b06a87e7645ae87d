import fc from 'fast-check';
import type { ByHand } from './by-hand';
import type { Company } from './company';
import { write, type Operation } from './entity-operations';
import { cents, decimalOf, idIn, listOf, type Entity, type Json } from './wire-values';

/** One thing that happens in the books. Numbers choose among what is there, so that every sequence makes sense. */
export type BookkeepingEvent = (company: Company, byHand: ByHand) => void;

const forms = ['SalesReceipt', 'Invoice', 'Estimate', 'CreditMemo', 'RefundReceipt'] as const;
const posting = [...forms, 'Payment'] as const;

const index = fc.nat({ max: 1_000_000 });
const price = fc.integer({ min: 1, max: 50_000 }).map((amount) => amount / 100);
const quantity = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom(0.5, 1.25, 3.333));
const dates = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
const soldItems = ['1', '7', '8', '9', '9', '10', 'SHIPPING_ITEM_ID'];

function pick<T>(from: readonly T[], at: number): T | undefined {
	return from.length === 0 ? undefined : from[at % from.length];
}

/** A line as a client sends it, at most negative by a gift card. */
function lines(codes: readonly string[]): fc.Arbitrary<Json[]> {
	const itemLine = fc
		.record({ item: fc.constantFrom(...soldItems), qty: quantity, price, code: fc.constantFrom(...codes) })
		.map(({ item, qty, price: UnitPrice, code }) => ({
			DetailType: 'SalesItemLineDetail',
			Amount: cents(decimalOf(qty).times(decimalOf(UnitPrice))),
			SalesItemLineDetail: { ItemRef: { value: item }, Qty: qty, UnitPrice, TaxCodeRef: { value: code } },
		}));
	const giftCard = fc.tuple(price, fc.constantFrom(...codes)).map(([amount, code]) => ({
		DetailType: 'SalesItemLineDetail',
		Amount: -amount,
		SalesItemLineDetail: { ItemRef: { value: '5' }, TaxCodeRef: { value: code } },
	}));
	const bundle = fc.tuple(quantity, fc.constantFrom(...codes)).map(([Quantity, code]) => ({
		DetailType: 'GroupLineDetail',
		GroupLineDetail: {
			GroupItemRef: { value: '11' },
			Quantity,
			Line: ['9', '10'].map((item) => ({
				DetailType: 'SalesItemLineDetail',
				Amount: 30,
				SalesItemLineDetail: { ItemRef: { value: item }, Qty: 2, UnitPrice: 15, TaxCodeRef: { value: code } },
			})),
		},
	}));
	const discount = fc.oneof(
		fc.integer({ min: 1, max: 60 }).map((DiscountPercent) => ({
			DetailType: 'DiscountLineDetail',
			DiscountLineDetail: { PercentBased: true, DiscountPercent },
		})),
		price.map((Amount) => ({ DetailType: 'DiscountLineDetail', Amount, DiscountLineDetail: {} })),
	);
	return fc
		.tuple(
			fc.array(fc.oneof({ weight: 6, arbitrary: itemLine }, giftCard, bundle), { minLength: 1, maxLength: 4 }),
			fc.option(discount),
		)
		.map(([items, less]) => (less === null ? items : [...items, less]));
}

function customerOf(company: Company, at: number): Json {
	const customer = pick(company.customers, at);
	const more = company.settings.multiCurrency ? { CurrencyRef: { value: idIn(customer?.CurrencyRef) } } : {};
	return { CustomerRef: { value: customer?.Id }, ...more };
}

function attempt(company: Company, operation: Operation, type: string, body: Json): void {
	write(company, operation, type, body, { allowDuplicateDocNum: true });
}

function sale(codes: readonly string[]): fc.Arbitrary<BookkeepingEvent> {
	return fc
		.record({
			type: fc.constantFrom('Invoice', 'Invoice', 'SalesReceipt', ...forms),
			who: index,
			Line: lines(codes),
			TxnDate: dates,
			rate: fc.option(fc.integer({ min: 5_000, max: 15_000 }).map((rate) => rate / 10_000)),
			tax: fc.option(price),
			deposit: fc.option(price),
			account: fc.constantFrom('4', '4', '35', '71'),
			from: fc.option(index),
			inclusive: fc.boolean(),
		})
		.map(({ type, who, Line, TxnDate, rate, tax, deposit, account, from, inclusive }) => (company) => {
			const estimate = from === null ? undefined : pick(company.documents('Estimate'), from);
			const parties =
				estimate === undefined
					? customerOf(company, who)
					: { CustomerRef: estimate.CustomerRef, CurrencyRef: estimate.CurrencyRef };
			attempt(company, 'create', type, {
				...parties,
				Line,
				TxnDate,
				...(rate !== null && company.settings.multiCurrency ? { ExchangeRate: rate } : {}),
				...(tax !== null && company.isUnitedStates ? { TxnTaxDetail: { TotalTax: tax } } : {}),
				...(deposit !== null && type === 'Invoice' ? { Deposit: deposit } : {}),
				...(type === 'SalesReceipt' || type === 'RefundReceipt' ? { DepositToAccountRef: { value: account } } : {}),
				...(estimate !== undefined && /Invoice|SalesReceipt/.test(type)
					? { LinkedTxn: [{ TxnId: estimate.Id, TxnType: 'Estimate' }] }
					: {}),
				...(company.isUnitedStates
					? { ApplyTaxAfterDiscount: inclusive }
					: { GlobalTaxCalculation: inclusive ? 'TaxInclusive' : 'TaxExcluded' }),
			});
		});
}

function payment(): fc.Arbitrary<BookkeepingEvent> {
	return fc
		.record({
			at: index,
			share: fc.constantFrom(0.1, 0.5, 1, 1),
			over: fc.option(price),
			memo: fc.option(index),
			TxnDate: dates,
			rate: fc.option(fc.integer({ min: 5_000, max: 15_000 }).map((rate) => rate / 10_000)),
		})
		.map(({ at, share, over, memo, TxnDate, rate }) => (company) => {
			const invoice = pick(
				company.documents('Invoice').filter(({ Balance }) => Balance !== 0),
				at,
			);
			if (invoice === undefined) return;
			const amount = cents(decimalOf(invoice.Balance).times(share));
			const credit = memo === null ? undefined : pick(openCredits(company, invoice), memo);
			const credited = Math.min(Number(credit?.RemainingCredit ?? 0), amount);
			attempt(company, 'create', 'Payment', {
				CustomerRef: invoice.CustomerRef,
				CurrencyRef: invoice.CurrencyRef,
				TxnDate,
				...(rate !== null && company.settings.multiCurrency ? { ExchangeRate: rate } : {}),
				TotalAmt: cents(
					decimalOf(amount)
						.minus(decimalOf(credited))
						.plus(decimalOf(over ?? 0)),
				),
				Line: [
					{ Amount: amount, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] },
					...(credited > 0
						? [{ Amount: credited, LinkedTxn: [{ TxnId: credit?.Id, TxnType: 'CreditMemo' }] }]
						: []),
				],
			});
		});
}

function openCredits(company: Company, { CustomerRef }: Entity): Entity[] {
	return company
		.documents('CreditMemo')
		.filter((each) => each.RemainingCredit !== 0 && idIn(each.CustomerRef) === idIn(CustomerRef));
}

function anyDocument(company: Company, at: number): { type: string; document: Entity } | undefined {
	return pick(
		posting.flatMap((type) => company.documents(type).map((document) => ({ type, document }))),
		at,
	);
}

function change(codes: readonly string[]): fc.Arbitrary<BookkeepingEvent> {
	return fc
		.record({
			at: index,
			Line: lines(codes),
			what: fc.constantFrom('lines', 'lines', 'customer', 'date', 'rate', 'total', 'note', 'account'),
			who: index,
			TxnDate: dates,
			price,
		})
		.map(({ at, Line, what, who, TxnDate, price: amount }) => (company) => {
			const found = anyDocument(company, at);
			if (found === undefined) return;
			const changes: Readonly<Record<typeof what, Json>> = {
				lines: found.type === 'Payment' ? { Line: listOf(found.document.Line).slice(1) } : { Line },
				customer: customerOf(company, who),
				date: { TxnDate },
				rate: company.settings.multiCurrency ? { ExchangeRate: (amount % 2) + 0.5 } : {},
				total: found.type === 'Payment' ? { TotalAmt: amount } : {},
				note: { PrivateNote: 'looked at' },
				account: { DepositToAccountRef: { value: '35' } },
			};
			const { Id, SyncToken } = found.document;
			attempt(company, 'update', found.type, { sparse: true, Id, SyncToken, ...changes[what] });
		});
}

const takeAway: fc.Arbitrary<BookkeepingEvent> = fc
	.tuple(index, fc.constantFrom('void', 'delete') as fc.Arbitrary<Operation>)
	.map(([at, operation]) => (company) => {
		const found = anyDocument(company, at);
		if (found !== undefined)
			attempt(company, operation, found.type, { Id: found.document.Id, SyncToken: found.document.SyncToken });
	});

const bank: fc.Arbitrary<BookkeepingEvent> = fc
	.tuple(index, fc.option(price), dates)
	.map(([at, fee, date]) => (company, byHand) => {
		const type = at % 2 === 0 ? 'SalesReceipt' : 'Payment';
		const document = pick(company.documents(type), at);
		if (document === undefined) return;
		byHand.deposit([{ type, id: document.Id }], {
			date,
			...(fee === null ? {} : { fee: { amount: fee.toFixed(2), account: '60' } }),
		});
	});

const unbank: fc.Arbitrary<BookkeepingEvent> = index.map((at) => (company, byHand) => {
	const deposit = pick(company.documents('Deposit'), at);
	if (deposit !== undefined) byHand.delete('Deposit', deposit.Id);
});

const stock: fc.Arbitrary<BookkeepingEvent> = fc
	.record({ item: fc.constantFrom('9', '10'), quantity: fc.integer({ min: 1, max: 60 }), price, date: dates })
	.map(
		({ item, quantity: bought, price: cost, date }) =>
			(_company, byHand) =>
				byHand.buyStock(item, bought, cost.toFixed(2), date),
	);

/** Sequences of events in a company whose lines may carry these tax codes. */
export const bookkeepingEvents = (codes: readonly string[]): fc.Arbitrary<BookkeepingEvent[]> =>
	fc.array(
		fc.oneof(
			{ weight: 8, arbitrary: sale(codes) },
			{ weight: 5, arbitrary: payment() },
			{ weight: 5, arbitrary: change(codes) },
			{ weight: 3, arbitrary: takeAway },
			{ weight: 2, arbitrary: bank },
			{ weight: 1, arbitrary: unbank },
			{ weight: 1, arbitrary: stock },
		),
		{ minLength: 1, maxLength: 40, size: 'max' },
	);
