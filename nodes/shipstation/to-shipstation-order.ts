import { canonicalHash } from '../order/canonical-hash';
import { compare, minus } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { StandingDocument } from '../qb-documents/qb-document';
import { addressesOf, type DocumentAddresses } from './addresses';
import { documentFacts } from './document-facts';
import { nameOfDocument } from './document-name';
import { fitText } from './fit-text';
import { intentOf, type Intent } from './intent';
import { hasGoods, itemsOf, totalOf, type OrderItems } from './items';
import { apartBy, leftToShip, type LeftToShip } from './left-to-ship';
import { customFields, customsOf, giftOf, serviceOf, toNumber } from './order-extras';
import { isPartOfSalesOrder, orderKeys, type OrderKeys } from './order-keys';
import type { OrderToSend } from './order-to-send';
import { dayToPacific } from './pacific-time';
import { countryCode } from './places';
import { isInNotes, noteWithMark, type SentMark } from './sent-mark';
import type { ShippingSettings } from './shipping-settings';

/** What a document becomes in ShipStation, before anybody has looked what stands there. */
export type ShippingPlan =
	| {
			kind: 'send';
			order: OrderToSend;
			keys: OrderKeys;
			mark: SentMark;
			/** An invoice for a part of a sales order: nothing to do where the whole was sent already. */
			partOfSalesOrder: boolean;
			/** What a person should know of it, a sentence each. */
			remarks: string[];
	  }
	| { kind: 'cancel'; keys: OrderKeys; because: string }
	| { kind: 'leave'; reason: string; because: string }
	| { kind: 'awaitInvoice'; keys: OrderKeys; because: string; held: OrderToSend; mark: SentMark };

/**
 * Plans what a document of QuickBooks becomes in ShipStation; see MAPPINGS.md. Pure: the same document and settings give the
 * same plan.
 */
export function toShipStationOrder(document: StandingDocument, settings: ShippingSettings): Outcome<ShippingPlan> {
	const intent = intentOf(document, settings);
	const keys = orderKeys(document);
	if (intent.kind === 'leave') return succeed(intent);
	if (intent.kind === 'cancel') return succeed({ ...intent, keys });
	const left = leftToShip(document);
	if (left.nothing) return succeed({ kind: 'cancel', keys, because: 'everything was given back in QuickBooks' });
	const drafted = draft(document, intent, left, keys, settings);
	if (!drafted.ok) return drafted;
	const { order, mark, remarks } = drafted.value;
	if (!hasGoods(order.items)) return succeed(nothingToShip(document));
	if (intent.kind === 'awaitInvoice') return succeed({ ...intent, keys, held: order, mark });
	return succeed({ kind: 'send', order, keys, mark, partOfSalesOrder: isPartOfSalesOrder(document), remarks });
}

interface Draft {
	order: OrderToSend;
	mark: SentMark;
	remarks: string[];
}

function draft(document: StandingDocument, intent: Intent, left: LeftToShip, keys: OrderKeys, settings: ShippingSettings): Outcome<Draft> {
	const items = itemsOf(document, left.lines, settings);
	if (!items.ok) return items;
	// A document without goods is left out whatever else is wrong with it.
	const unfit = hasGoods(items.value.items) ? (wrongCurrency(document, settings) ?? wrongTotal(document, left, items.value, settings)) : undefined;
	if (unfit) return fail(unfit);
	const addresses = addressesOf(document, settings);
	const { missing } = addresses.shipTo;
	const isIncomplete = missing.length > 0;
	if (isIncomplete && settings.address.incomplete === 'needsAttention' && hasGoods(items.value.items)) return fail(incompleteAddress(document, missing));

	const asked = intent.kind === 'send' ? intent.status : 'on_hold';
	const status = isIncomplete ? 'on_hold' : asked;
	const mark: SentMark = {
		type: document.type,
		id: document.id,
		held: status === 'on_hold',
		facts: documentFacts(document),
		address: canonicalHash(addresses.shipTo.address, 8),
	};
	const home = countryCode(document.company.country) ?? 'US';
	const customs = customsOf(addresses.shipTo.address, home, document.currency, items.value.items, settings);
	const tags = [...settings.tagIds, ...(isIncomplete && settings.address.holdTagId ? [settings.address.holdTagId] : [])];
	return succeed({
		mark,
		remarks: remarksOf(document, addresses, customs.remark, missing),
		order: {
			orderKey: keys.key,
			orderNumber: fitText(`${settings.orderNumberPrefix}${document.docNumber?.trim() || `${document.type}-${document.id}`}`, 50),
			orderDate: dayToPacific(document.txnDate),
			...(document.paidOn ? { paymentDate: dayToPacific(document.paidOn) } : {}),
			// Until it has shipped, the date on the form is when it is to.
			...(document.shipDate && document.trackingNumber === undefined ? { shipByDate: dayToPacific(document.shipDate) } : {}),
			orderStatus: status,
			...whoIs(document),
			billTo: addresses.billTo,
			shipTo: addresses.shipTo.address,
			items: items.value.items,
			amountPaid: toNumber(left.amountPaid),
			taxAmount: toNumber(left.tax),
			shippingAmount: toNumber(items.value.shipping),
			...notesOf(document, items.value, settings, mark),
			...giftOf(document, settings),
			...(document.paymentMethod ? { paymentMethod: fitText(document.paymentMethod, 50) } : {}),
			...serviceOf(document, settings),
			...customs.options,
			advancedOptions: {
				...(settings.storeId === undefined ? {} : { storeId: settings.storeId }),
				...(settings.warehouseId === undefined ? {} : { warehouseId: settings.warehouseId }),
				...customFields(document, settings, mark),
				source: 'QuickBooks',
			},
			...(tags.length > 0 ? { tagIds: [...new Set(tags)] } : {}),
		},
	});
}

/** Without a user name ShipStation makes no customer. */
function whoIs({ realmId, customer, email }: StandingDocument): Pick<OrderToSend, 'customerUsername' | 'customerEmail'> {
	const address = email ?? customer?.email;
	const username = customer?.id === undefined ? address : `qbo-${realmId}-${customer.id}`;
	return { ...(username ? { customerUsername: fitText(username, 100) } : {}), ...(address ? { customerEmail: address } : {}) };
}

function notesOf(document: StandingDocument, { texts }: OrderItems, settings: ShippingSettings, mark: SentMark): Pick<OrderToSend, 'customerNotes' | 'internalNotes'> {
	const words = [...(settings.notes.internal && document.note ? [document.note] : []), ...texts].join('\n');
	const internal = noteWithMark(words, isInNotes(settings) ? mark : undefined);
	const memo = settings.notes.customer ? document.memo : undefined;
	return { ...(memo ? { customerNotes: fitText(memo, 1000) } : {}), ...(internal ? { internalNotes: internal } : {}) };
}

function remarksOf(document: StandingDocument, { insteadOfShipTo }: DocumentAddresses, customs: string | undefined, missing: string[]): string[] {
	return [
		...(insteadOfShipTo ? [`the document has no shipping address, so the ${insteadOfShipTo} was taken`] : []),
		...(missing.length > 0 ? [`the order is on hold, as its address has no ${missing.join(', no ')}`] : []),
		...(document.refunds.length > 0 ? ['what was given back was taken off'] : []),
		...(customs ? [customs] : []),
	];
}

const nothingToShip = ({ lines }: StandingDocument): ShippingPlan => {
	const services = lines.some(({ kind, itemType }) => kind === 'item' && itemType === 'Service');
	return {
		kind: 'leave',
		reason: 'nothing-to-ship',
		because: services ? "it has only services; 'Services' of this node can send them as goods" : 'it has no products',
	};
};

function wrongCurrency({ currency, company }: StandingDocument, { currency: rule }: ShippingSettings): Failure | undefined {
	const account = rule.account ?? company.currency;
	if (rule.other === 'send' || currency === account) return undefined;
	return refused(
		'other-currency',
		`The document is in ${currency}, and ShipStation would show its amounts as ${account}`,
		"Choose Send under 'Other Currencies' if that is right, or correct 'ShipStation Currency'",
	);
}

/** Whether ShipStation would show the document's total; what was left out on purpose does not count. */
function wrongTotal(document: StandingDocument, left: LeftToShip, { items, shipping, leftOut }: OrderItems, { tolerance }: ShippingSettings): Failure | undefined {
	const parts = totalOf(items, left.tax, shipping);
	const expected = minus(left.total, leftOut);
	if (compare(apartBy(parts, expected), tolerance) <= 0) return undefined;
	return refused(
		'totals-apart',
		`The lines of ${nameOfDocument(document)} come to ${parts} ${document.currency}, and its total is ${expected}`,
		'Something in it is shown by no line (a statement charge, for example): enter the order in ShipStation by hand',
		{ lines: parts, total: expected },
	);
}

const incompleteAddress = (document: StandingDocument, missing: string[]): Failure =>
	refused(
		'address-incomplete',
		`The shipping address of ${nameOfDocument(document)} has no ${missing.join(', no ')}`,
		"Complete 'Shipping to' in QuickBooks, or choose On Hold under 'Incomplete Addresses'",
	);
