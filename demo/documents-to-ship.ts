import { Big } from 'big.js';
import { makePerson, type Person } from '../test/simulators/shops/people';
import { Random } from '../test/simulators/shops/random';
import type { QuickBooksSimulator } from '../test/simulators/quickbooks/quickbooks-simulator';
import { line } from '../test/simulators/quickbooks/simulated-client';

/** The simulated company's class of that name. */
const SHIPSTATION_CLASS = '200000000002';
/** The simulated company's items Canvas Tote, Enamel Mug and Fountain Pump, with their prices. */
const PRODUCTS = [['7', 24], ['8', 12.5], ['10', 15]] as const;
const SHIPPING = line('3', 1, 6.5);

/**
 * What the seller's people entered in QuickBooks themselves, for orders by telephone: paid Sales Receipts and Invoices, an open Invoice
 * among four, and one whose customer gave no address.
 */
export function enterDocuments({ byHand }: QuickBooksSimulator, count: number, seed: number): void {
	const random = new Random(seed);
	for (let made = 0; made < count; made += 1) {
		const person = withoutEmoji(makePerson(made + 1, random));
		const hasAddress = made !== 2;
		const customer = byHand.create('Customer', {
			DisplayName: `${person.firstName} ${person.lastName} ${made + 1}`,
			GivenName: person.firstName,
			FamilyName: person.lastName,
			PrimaryEmailAddr: { Address: person.email },
			PrimaryPhone: { FreeFormNumber: person.phone },
		});
		const lines = random.sample(PRODUCTS, random.integer(1, 3)).map(([id, price]) => line(id, random.integer(1, 3), price));
		const form = {
			CustomerRef: { value: customer.Id },
			ClassRef: { value: SHIPSTATION_CLASS },
			DocNumber: String(3_001 + made),
			...(hasAddress ? { ShipAddr: addressOf(person, made) } : {}),
			Line: [...lines, ...(random.chance(0.5) ? [SHIPPING] : [])],
		};
		if (made % 2 === 0) byHand.create('SalesReceipt', form);
		else enterInvoice(byHand, form, made % 4 === 1);
	}
}

function enterInvoice(byHand: QuickBooksSimulator['byHand'], form: { CustomerRef: { value: string } } & Record<string, unknown>, isPaid: boolean): void {
	const { Id, TotalAmt } = byHand.create('Invoice', form);
	if (!isPaid) return;
	const paid = new Big(String(TotalAmt)).toNumber();
	byHand.create('Payment', { CustomerRef: form.CustomerRef, TotalAmt: paid, Line: [{ Amount: paid, LinkedTxn: [{ TxnId: Id, TxnType: 'Invoice' }] }] });
}

/** On the phone nobody signs with one. */
const withoutEmoji = (person: Person): Person => ({ ...person, firstName: person.firstName.split(' ')[0]! });

/** In fields, or as QuickBooks keeps what was typed on its screens: lines without a city. */
const addressOf = ({ firstName, lastName, street, place }: Person, made: number): object =>
	made % 3 === 0
		? { Line1: `${firstName} ${lastName}`, Line2: street, Line3: `${place.city}, ${place.stateCode} ${place.postcode}` }
		: { Line1: street, City: place.city, CountrySubDivisionCode: place.stateCode, PostalCode: place.postcode, Country: 'USA' };
