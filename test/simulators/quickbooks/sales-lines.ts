import { Big } from 'big.js';
import { accountIds } from './chart-of-accounts';
import type { Company } from './company';
import { businessFault, fault, missing } from './faults';
import { cents, decimalOf, defined, idIn, isNumber, listOf, objectOf, textOf, type Json } from './wire-values';

/** Item ids that stand for no item but for a preference. */
export const shippingItem = 'SHIPPING_ITEM_ID';

/** The lines of a sales form as read back, and their two sums. */
export interface SalesLines {
	readonly lines: Json[];
	/** Sum of the item lines, before the discount. */
	readonly subtotal: Big;
	readonly discount: Big;
}

/** Checks the lines of a sales form, numbers them and adds the SubTotal line, discounts after it. */
export function salesLines(company: Company, sent: readonly Json[]): SalesLines {
	const lines: Json[] = [];
	const discounts: Json[] = [];
	for (const line of sent) {
		const detailType = textOf(line.DetailType);
		if (detailType === undefined) throw missing('Line.DetailType');
		// Clients that send a read-back line again include the SubTotal line, which QuickBooks makes itself.
		if (detailType === 'SubTotalLineDetail') continue;
		if (detailType === 'DiscountLineDetail') discounts.push(line);
		else lines.push(lineOf(company, detailType, line, lines.length + 1));
	}
	const subtotal = lines.reduce((sum, line) => sum.plus(decimalOf(line.Amount)), new Big(0));
	const discountLines = discounts.map((line) => discountLine(company, line, subtotal));
	const discount = discountLines.reduce((sum, line) => sum.plus(decimalOf(line.Amount)), new Big(0));
	const subtotalLine = { Amount: cents(subtotal), DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} };
	return { lines: [...lines, subtotalLine, ...discountLines], subtotal, discount };
}

/** The item lines of a sales form as read back, those inside bundles included. */
export function itemLines(document: Json): Json[] {
	return listOf(document.Line).flatMap((line) => {
		if (line.DetailType === 'GroupLineDetail') return listOf(objectOf(line.GroupLineDetail).Line);
		return line.DetailType === 'SalesItemLineDetail' ? [line] : [];
	});
}

/** The discount lines of a sales form as read back. */
export function discountLines(document: Json): Json[] {
	return listOf(document.Line).filter(({ DetailType }) => DetailType === 'DiscountLineDetail');
}

function lineOf(company: Company, detailType: string, line: Json, number: number): Json {
	const head = { Id: String(number), LineNum: number };
	const description = textOf(line.Description);
	if (detailType === 'SalesItemLineDetail') return { ...head, ...itemLine(company, line) };
	if (detailType === 'GroupLineDetail') return { ...head, ...groupLine(company, line) };
	if (detailType === 'DescriptionOnly') {
		return defined({
			...head,
			Description: description,
			DetailType: detailType,
			DescriptionLineDetail: objectOf(line.DescriptionLineDetail),
		});
	}
	throw fault('2170', `Enumeration value is invalid. Supplied value: ${detailType}`, 'Line.DetailType');
}

function itemLine(company: Company, line: Json): Json {
	if (!isNumber(line.Amount)) throw missing('Line.Amount');
	const detail = objectOf(line.SalesItemLineDetail);
	checkAmount(line.Amount, detail);
	const itemId = idIn(detail.ItemRef) ?? '1';
	const classId = company.settings.classTrackingPerTxnLine ? idIn(detail.ClassRef) : undefined;
	const itemRef = itemReference(company, itemId, detail);
	return defined({
		Description: textOf(line.Description),
		Amount: cents(decimalOf(line.Amount)),
		DetailType: 'SalesItemLineDetail',
		SalesItemLineDetail: defined({
			ItemRef: itemRef,
			ClassRef: classId === undefined ? undefined : company.named('Class', classId),
			UnitPrice: detail.UnitPrice,
			Qty: detail.Qty,
			ServiceDate: detail.ServiceDate,
			TaxInclusiveAmt: detail.TaxInclusiveAmt,
			// Recorded: a line sent without a code comes back as NON in the US; elsewhere the lack is refused later.
			TaxCodeRef: detail.TaxCodeRef ?? (company.isUnitedStates ? { value: 'NON' } : undefined),
		}),
	});
}

/** 6070: the amount must be unit price times quantity, rounded half up to cents. */
function checkAmount(amount: unknown, { UnitPrice, Qty }: Json): void {
	if (!isNumber(UnitPrice) || !isNumber(Qty)) return;
	const due = decimalOf(UnitPrice).times(decimalOf(Qty)).round(2, Big.roundHalfUp);
	if (due.eq(decimalOf(amount))) return;
	throw fault(
		'6070',
		`Amount calculation incorrect in the request : Amount is not equal to UnitPrice * Qty. Supplied value:${String(amount)}`,
		'Line.Amount',
	);
}

function itemReference(company: Company, id: string, detail: Json): Json {
	if (id === shippingItem) {
		if (!company.settings.allowShipping) throw businessFault('Shipping is not switched on for this company');
		return { value: id };
	}
	const item = company.resolve('Item', id);
	if (item.Type === 'Category') throw businessFault('A category cannot be sold');
	if (item.TrackQtyOnHand === true && !isNumber(detail.Qty)) {
		throw fault(
			'6520',
			'Missing Tracked Inventory Item Quantity : The tracked inventory item must have a quantity.',
			'Qty',
		);
	}
	return { ...company.named('Item', id) };
}

/** A bundle is written out into its components at their own prices. */
function groupLine(company: Company, line: Json): Json {
	const detail = objectOf(line.GroupLineDetail);
	const groupId = idIn(detail.GroupItemRef);
	if (groupId === undefined) throw missing('GroupLineDetail.GroupItemRef');
	const group = company.resolve('Item', groupId);
	if (group.Type !== 'Group') throw fault('2500', `Invalid Reference Id : Item ${groupId} is not a bundle`, '');
	const quantity = isNumber(detail.Quantity) ? decimalOf(detail.Quantity) : new Big(1);
	const sent = listOf(detail.Line);
	const components = sent.length > 0 ? sent : componentLines(company, objectOf(group.ItemGroupDetail), quantity);
	const inner = components.map((component) => itemLine(company, component));
	const amount = inner.reduce((sum, component) => sum.plus(decimalOf(component.Amount)), new Big(0));
	return defined({
		Description: textOf(line.Description),
		Amount: cents(amount),
		DetailType: 'GroupLineDetail',
		GroupLineDetail: {
			GroupItemRef: { ...company.named('Item', groupId) },
			Quantity: Number(quantity.toString()),
			Line: inner,
		},
	});
}

function componentLines(company: Company, group: Json, quantity: Big): Json[] {
	return listOf(group.ItemGroupLine).map((component) => {
		const item = company.resolve('Item', idIn(component.ItemRef) ?? '');
		const qty = quantity.times(decimalOf(component.Qty));
		return {
			Amount: cents(qty.times(decimalOf(item.UnitPrice))),
			DetailType: 'SalesItemLineDetail',
			SalesItemLineDetail: { ItemRef: component.ItemRef, Qty: Number(qty.toString()), UnitPrice: item.UnitPrice },
		};
	});
}

function discountLine(company: Company, line: Json, subtotal: Big): Json {
	if (!company.settings.allowDiscount) throw businessFault('Discounts are not switched on for this company');
	const detail = objectOf(line.DiscountLineDetail);
	const percentBased = detail.PercentBased === true;
	if (percentBased ? !isNumber(detail.DiscountPercent) : !isNumber(line.Amount)) {
		throw businessFault('A discount amount or percent is required');
	}
	const amount = percentBased ? subtotal.times(decimalOf(detail.DiscountPercent)).div(100) : decimalOf(line.Amount);
	if (amount.lt(0)) throw fault('2290', 'Negative amounts are not supported on discount lines', 'Line.Amount');
	const account = idIn(detail.DiscountAccountRef) ?? accountIds.discountsGiven;
	return {
		Amount: cents(amount),
		DetailType: 'DiscountLineDetail',
		DiscountLineDetail: defined({
			PercentBased: percentBased,
			DiscountPercent: percentBased ? detail.DiscountPercent : undefined,
			DiscountAccountRef: { ...company.named('Account', account) },
			TaxCodeRef: detail.TaxCodeRef,
		}),
	};
}
